// The order and the sections of the contact list: starred first, then A to Z by pinyin, `#` last, as WeChat sorts.
import type { Contact } from './contact.ts';

/** The heading that a contact stands under: `★`, a letter, or `#`. */
export type Section = string;

export const STARRED_SECTION: Section = '★';
const OTHER_SECTION: Section = '#';

interface Placed {
  readonly contact: Contact;
  readonly key: string;
}

/** The section of a contact. */
export function sectionOf(contact: Contact): Section {
  if (contact.starred) return STARRED_SECTION;
  const first = spelling(contact).charAt(0);
  return /[a-z]/.test(first) ? first.toUpperCase() : OTHER_SECTION;
}

/** The contacts in the order of the list. Equal ones keep the order they came in. */
export function inListOrder(contacts: readonly Contact[]): readonly Contact[] {
  return contacts
    .map((contact): Placed => ({ contact, key: orderKey(contact) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((placed) => placed.contact);
}

/** Starred before letters before the rest; within each by spelling, then by name, so that equal spellings stay together. */
function orderKey(contact: Contact): string {
  const spelled = spelling(contact);
  const rank = contact.starred ? '0' : /^[a-z]/.test(spelled) ? '1' : '2';
  return `${rank}${spelled}\u0000${contact.name}`;
}

/** The pinyin that belongs to the shown name; a name that WeChat did not spell is its own spelling. */
function spelling(contact: Contact): string {
  const [remarkPinyin, nickPinyin] = contact.pinyin;
  const pinyin = contact.remark === '' ? nickPinyin : remarkPinyin;
  return pinyin === '' ? contact.name.toLowerCase() : pinyin;
}
