// WeChat's HTML names to plain text. Names are written by strangers: the result is text, and is shown as text only.
import { emojiFromCode } from './emoji-code.ts';

/** The longest name that is shown, in user-perceived characters; what is longer ends in an ellipsis. */
const SHOWN_CHARACTERS = 40;
/** The same in UTF-16 units: one perceived character can hold a thousand combining marks. */
const SHOWN_UNITS = 160;

const MAY_HOLD_MARKUP = /[<&]/;
/** `<span class="emoji emoji1f601"></span>`; broken ones lack the last `>` or the end tag. */
const EMOJI_SPAN = /<span\s+class="emoji emoji([0-9a-f]{1,10})"\s*\/?>?(?:\s*<\/span\s*>?)?/gi;
/** An emoji span that the server cut before its code was complete: nothing can be read from it. */
const CUT_SPAN = /<span\s+class="emoji[^<>"]*$/i;
/** `<img class="emoji emoji1f601" …>` or `<img class="qqemoji qqemoji13" text="[…]_web" …>`, the last `>` perhaps missing. */
const FACE_IMAGE = /<img\b(?=[^<>]*\sclass="(?:qq)?emoji\b)([^<>]*)>?/gi;
const IMAGE_CODE = /\sclass="emoji emoji([0-9a-f]{1,10})"/i;
const IMAGE_TEXT = /\stext="([^"]*?)(?:_web)?"/i;
const ENTITY = /&(amp|lt|gt|quot|#39|nbsp);/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};
/** Line ends and tabs become a space. */
const BLANKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Bidi controls can make a name read as another; C0, C1, and zero-width marks but the joiners show nothing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The plain text of a name as WeChat sends it: emoji and faces become characters, then entities are decoded once,
 * then characters that only steer the layout are taken out. Everything else, tags included, stays as text.
 * @param markup `NickName`, `RemarkName` or `DisplayName` of a contact or member
 */
export function plainName(markup: string): string {
  const text = MAY_HOLD_MARKUP.test(markup) ? decodeEntities(readFaces(markup)) : markup;
  return withoutControls(text).trim();
}

/** A text on one line, without the characters that only steer its layout. */
export function withoutControls(text: string): string {
  return text.replace(BLANKS, ' ').replace(INVISIBLE, '');
}

/**
 * A name short enough to show: at most 40 perceived characters and 160 UTF-16 units, the rest an ellipsis.
 * @param name plain text
 */
export function shortName(name: string): string {
  if (name.length <= SHOWN_CHARACTERS) return name;
  let shown = '';
  let characters = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    if (characters === SHOWN_CHARACTERS || shown.length + segment.length > SHOWN_UNITS) {
      return `${shown.trimEnd()}…`;
    }
    shown += segment;
    characters += 1;
  }
  return shown;
}

function readFaces(markup: string): string {
  return markup
    .replace(EMOJI_SPAN, (_span, hex: string) => emojiFromCode(hex))
    .replace(FACE_IMAGE, (_image, attributes: string) => readImage(` ${attributes}`))
    .replace(CUT_SPAN, '');
}

function readImage(attributes: string): string {
  const hex = IMAGE_CODE.exec(attributes)?.[1];
  const emoji = hex === undefined ? '' : emojiFromCode(hex);
  return emoji === '' ? (IMAGE_TEXT.exec(attributes)?.[1] ?? '') : emoji;
}

/** In one pass, so that `&amp;lt;` becomes `&lt;` and no further. */
function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, name: string) => ENTITIES[name] ?? entity);
}
