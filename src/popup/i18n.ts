// Every text that people read, from _locales.
import browser from 'webextension-polyfill';
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** The first part of a pair of keys, `…_one` and `…_other`. */
type Counted<Key> = Key extends `${infer Stem}_one` ? Stem : never;
export type CountedKey = Counted<MessageKey>;
/** Error codes are kebab-case; the browsers allow no hyphen in a key. */
type Snake<Code extends string> = Code extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Snake<Tail>}`
  : Code;

/** The text of a key. `$1` and so on in it stand for the substitutions. */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return browser.i18n.getMessage(key, substitutions.map(String));
}

/** The tag of the language that the texts are in: the browser's own can be another, where there are none in it. */
export const textLanguage = (): string => t('language');

/** The text of a pair of keys for a number, which is also its `$1`. */
export function tCount(stem: CountedKey, count: number): string {
  const one = new Intl.PluralRules(textLanguage()).select(count) === 'one';
  return t(`${stem}_${one ? 'one' : 'other'}`, count.toLocaleString(textLanguage()));
}

/** The key of the words for a code, as in `reason_too_often` for `too-often`. */
export function codeKey<Prefix extends string, Code extends string>(
  prefix: Prefix,
  code: Code,
): `${Prefix}_${Snake<Code>}` {
  return `${prefix}_${code.replaceAll('-', '_')}` as `${Prefix}_${Snake<Code>}`;
}
