// A name in all the spellings WeChat sends, next to the plain text a person should read.
import type { Syllable } from './name-parts.ts';

export interface Name {
  /** As on the wire: HTML-escaped, with emoji as markup. */
  readonly html: string;
  readonly plain: string;
  /** Upper case, as WeChat spells PYInitial. */
  readonly pyInitial: string;
  /** PYQuanPin: pinyin in lower case, Latin letters as they were typed. */
  readonly pyQuanPin: string;
}

export const noName: Name = { html: '', plain: '', pyInitial: '', pyQuanPin: '' };

export function chinese(...parts: readonly Syllable[]): Name {
  const spoken = parts.flatMap((part) => part.pinyin.split("'"));
  const text = parts.map((part) => part.text).join('');
  return {
    html: text,
    plain: text,
    pyInitial: spoken.map((syllable) => syllable.charAt(0).toUpperCase()).join(''),
    pyQuanPin: spoken.join(''),
  };
}

/** Chinese with its pinyin, syllables parted by spaces: `han('张伟', 'zhang wei')`. */
export const han = (text: string, pinyin: string): Name =>
  chinese({ text, pinyin: pinyin.replaceAll(' ', "'") });

export const latin = (text: string): Name => markup(text, text);

/** An emoji as the server writes it; its markup pollutes the pinyin, as it does on the real server. */
export const emoji = (hex: string, plain: string): Name =>
  markup(`<span class="emoji emoji${hex}"></span>`, plain);

/** Anything else: the HTML as sent, and what it should read as. Its letters end up in the pinyin. */
export function markup(html: string, plain: string): Name {
  const letters = html.replace(/[^a-z0-9]/gi, '');
  const pyQuanPin = html.startsWith('<span class="emoji') ? letters.toLowerCase() : letters;
  return { html, plain, pyInitial: letters.toUpperCase(), pyQuanPin };
}

export const join = (...names: readonly Name[]): Name => ({
  html: names.map((name) => name.html).join(''),
  plain: names.map((name) => name.plain).join(''),
  pyInitial: names.map((name) => name.pyInitial).join(''),
  pyQuanPin: names.map((name) => name.pyQuanPin).join(''),
});
