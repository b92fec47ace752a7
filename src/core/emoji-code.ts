// Emoji codes as WeChat spells them in class names (`emoji1f601`), to characters. Source: wechat-web facts, names are HTML.

/** Codes that WeChat is known to send for another face. */
const WRONG_CODES: Readonly<Record<string, string>> = {
  '1f63c': '1f601',
  '1f639': '1f602',
  '1f63a': '1f603',
  '1f4ab': '1f616',
  '1f64d': '1f614',
  '1f63b': '1f60d',
  '1f63d': '1f618',
  '1f64e': '1f621',
  '1f63f': '1f622',
};

/** How many hex digits each code point of a code takes, by the length of the code. */
const SPLITS: Readonly<Record<number, readonly number[]>> = {
  2: [2],
  4: [4],
  5: [5],
  6: [2, 4],
  8: [4, 4],
  10: [5, 5],
};

/**
 * The character behind an emoji code.
 * @param hex the digits of the class name, without the word `emoji`
 * @returns the character, or `''` when the code says none
 */
export function emojiFromCode(hex: string): string {
  const code = hex.toLowerCase();
  const right = WRONG_CODES[code] ?? code;
  const widths = SPLITS[right.length];
  if (widths === undefined || !/^[0-9a-f]+$/.test(right)) return '';
  let text = '';
  let at = 0;
  for (const width of widths) {
    const point = Number.parseInt(right.slice(at, at + width), 16);
    if (!isCharacter(point)) return '';
    text += String.fromCodePoint(point);
    at += width;
  }
  return text;
}

/** A character as it comes back from WeChat, which knows some faces under the code of others. */
export function facedRight(character: string): string {
  const right = WRONG_CODES[character.codePointAt(0)?.toString(16) ?? ''];
  return right === undefined ? character : String.fromCodePoint(Number.parseInt(right, 16));
}

/** A lone surrogate is no character: it would break what it is joined to. */
function isCharacter(point: number): boolean {
  return point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
}
