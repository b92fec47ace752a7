// One login: its keys and cookies, and the UserNames that are valid during it and never again.
import type { AddressBook } from './address-book.ts';
import { selfId } from './other-entries.ts';
import { hexOf } from './random.ts';
import type { SyncFeed } from './sync-feed.ts';

export interface Account {
  readonly number: number;
  readonly uin: number;
  readonly book: AddressBook;
}

export interface Session {
  readonly account: Account;
  readonly sid: string;
  readonly skey: string;
  readonly dataTicket: string;
  readonly passTicket: string;
  readonly feed: SyncFeed;
  readonly selfUserName: string;
  /** What was answered to each message, by its ClientMsgId. */
  readonly answeredMessages: Map<string, object>;
  userNameOf(id: string): string;
  idOf(userName: string): string | undefined;
}

export function openSession(account: Account, login: number, seed: number, feed: SyncFeed): Session {
  const secret = (word: string, length: number): string => hexOf(length, word, seed, account.number, login);
  const byId = new Map<string, string>();
  const byUserName = new Map<string, string>();
  const userNameOf = (id: string): string => {
    const known = byId.get(id);
    if (known !== undefined) return known;
    const isService = account.book.byId(id)?.kind === 'service';
    const made = isService ? id : `${isRoomId(id) ? '@@' : '@'}${secret(id, 64)}`;
    byId.set(id, made);
    byUserName.set(made, id);
    return made;
  };
  for (const entry of [...account.book.entries, ...account.book.strangers]) userNameOf(entry.id);
  return {
    account,
    sid: secret('sid', 16),
    skey: `@crypt_${secret('skey-head', 8)}_${secret('skey', 32)}`,
    dataTicket: `gS${secret('ticket', 24)}`,
    passTicket: secret('pass', 40),
    feed,
    selfUserName: userNameOf(selfId),
    answeredMessages: new Map(),
    userNameOf,
    idOf: (userName) => byUserName.get(userName),
  };
}

const isRoomId = (id: string): boolean => id.startsWith('room-');

/** The cookies scripts can read; all of them are Secure. */
export const sessionCookies = (session: Session): Readonly<Record<string, string>> => ({
  wxuin: String(session.account.uin),
  wxsid: session.sid,
  webwx_data_ticket: session.dataTicket,
});

export const setCookieHeaders = (session: Session): readonly string[] =>
  Object.entries(sessionCookies(session)).map(([name, value]) => `${name}=${value}; Path=/; Secure`);

export const ownsCookies = (session: Session, cookies: ReadonlyMap<string, string>): boolean =>
  Object.entries(sessionCookies(session)).every(([name, value]) => cookies.get(name) === value);
