// WeChat's own pinyin of a name, freed of the letters of emoji markup that it holds.

/** `<span class="emoji emoji1f604"></span>` as WeChat spells it in PYQuanPin and PYInitial. */
const SPELLED_EMOJI = /spanclassemojiemoji[0-9a-f]{1,10}span/gi;
const NOT_LETTERS = /[^a-z0-9]/g;

/**
 * Pinyin in lower-case letters and digits.
 * @param spelled `PYQuanPin`, `RemarkPYQuanPin` of a contact
 */
export function plainPinyin(spelled: string): string {
  return spelled.replace(SPELLED_EMOJI, '').toLowerCase().replace(NOT_LETTERS, '');
}
