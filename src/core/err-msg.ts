// The words in a reply's ErrMsg: plain text, or XML that holds them in CDATA.

const WORDS_SHOWN = 300;
const CONTENT = /<content>\s*<!\[CDATA\[([\s\S]*?)\]\]>/i;
const CDATA = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)/;
const HALF_CHARACTER = /[\ud800-\udbff]$/;
const TAG = /<[^<>]*>?/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;

/**
 * What the server says in words, as one line of text of at most 300 characters.
 * @param errMsg `BaseResponse.ErrMsg`
 */
export function wordsOf(errMsg: string): string {
  const inside = CONTENT.exec(errMsg)?.[1] ?? CDATA.exec(errMsg)?.[1];
  const words = inside ?? (errMsg.trimStart().startsWith('<') ? errMsg.replace(TAG, ' ') : errMsg);
  const line = words.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  return line.slice(0, WORDS_SHOWN).replace(HALF_CHARACTER, '');
}
