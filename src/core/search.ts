// Finding contacts by what a person types: in remark, nickname, alias and full pinyin.
import type { Contact, UserName } from './contact.ts';

export interface SearchIndex {
  /** The contacts that hold every word of the query somewhere, in the order they were indexed; all for an empty query. */
  readonly find: (query: string) => readonly Contact[];
}

/** An index over contacts, built once for many queries. */
export function searchIndex(contacts: readonly Contact[]): SearchIndex {
  const texts = contacts.map(textOf);
  return {
    find(query) {
      const words = fold(query).split(' ').filter(Boolean);
      if (words.length === 0) return contacts;
      return contacts.filter((_contact, at) => words.every((word) => texts[at]?.includes(word)));
    },
  };
}

/** Whether a text holds every word of a query. */
export function textHolds(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** The contacts by userName. */
export function byUserName(contacts: readonly Contact[]): ReadonlyMap<UserName, Contact> {
  return new Map(contacts.map((contact) => [contact.userName, contact]));
}

/** The line ends keep a word from matching across two fields. */
function textOf(contact: Contact): string {
  const { remark, nickName, alias, pinyin } = contact;
  return [fold(remark), fold(nickName), fold(alias), ...pinyin].join('\n');
}

/**
 * Upper and lower case, full-width forms, emoji variants and both small sigmas are one; blanks are single spaces.
 * Decomposed, so that what stands next to a piece of a name cannot melt into it: `ㅋ` is found in `ㅋㅏ`.
 */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\ufe0f/g, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/\s+/g, ' ')
    .trim();
}
