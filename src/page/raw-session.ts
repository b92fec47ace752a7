// The session asked directly, when the page's services cannot be reached: who is logged in, and all contacts, page by page.

import type { UserName } from '../core/contact.ts';
import { field, integerField, listField, parseJson, retOf, textField } from '../core/fields.ts';
import type { Services } from './injector.ts';
import { getContacts, postAs, type RawReply } from './raw-api.ts';
import type { Session } from './session-keys.ts';

/** WeChat's own client reads no more pages than this. */
const MOST_PAGES = 17;

interface RawUser {
  readonly userName: UserName;
  readonly nickName: string;
  readonly headImgUrl: string;
}

export interface RawSession {
  readonly user: RawUser | undefined;
  readonly entries: readonly unknown[];
  /** False while pages are still coming. A page that fails ends the loading, as in WeChat's own client. */
  readonly complete: boolean;
}

const NOBODY: RawSession = { user: undefined, entries: [], complete: true };

export interface RawReader {
  /** What has arrived so far of the session with this key; the first time, it is asked for. */
  readonly read: (services: Services, session: Session) => Promise<RawSession>;
  /** Asks anew for the recent chats, which hold rooms that have turned up. */
  readonly refresh: (services: Services, session: Session) => Promise<void>;
}

/** Reads a session once for each session key. */
export function rawSessionReader(page: Window): RawReader {
  let skey = '';
  let known: RawSession = NOBODY;
  let identified: Promise<void> = Promise.resolve();

  /** The account and its recent chats, as long as the session is the one that is read. */
  async function init(services: Services, { baseRequest }: Found): Promise<RawReply | undefined> {
    const reply = await postAs(page, services, baseRequest, 'webwxinit');
    return baseRequest.Skey === skey ? reply : undefined;
  }

  async function identify(services: Services, session: Found): Promise<void> {
    const reply = await init(services, session);
    if (reply?.ok === false) skey = ''; // the network failed: the next look asks again
    const body = bodyOf(reply);
    const user = field(body, 'User');
    const userName = textField(user, 'UserName');
    if (userName === '') return;
    known = {
      user: { userName, nickName: textField(user, 'NickName'), headImgUrl: textField(user, 'HeadImgUrl') },
      entries: listField(body, 'ContactList'),
      complete: false,
    };
    void readPages(services, session.baseRequest.Skey);
  }

  async function readPages(services: Services, key: string): Promise<void> {
    let seq = 0;
    for (let number = 0; number < MOST_PAGES; number++) {
      const reply = await getContacts(page, services, seq, key);
      const part = bodyOf(reply);
      if (key !== skey || part === undefined) break;
      known = { ...known, entries: merged(known.entries, listField(part, 'MemberList')) };
      seq = integerField(part, 'Seq') ?? 0;
      if (seq === 0) break;
    }
    if (key === skey) known = { ...known, complete: true };
  }

  return {
    async read(services, session) {
      if (!session.ok) return NOBODY;
      if (session.baseRequest.Skey !== skey) {
        skey = session.baseRequest.Skey;
        known = NOBODY;
        identified = identify(services, session);
      }
      await identified;
      return known;
    },
    async refresh(services, session) {
      if (!session.ok || session.baseRequest.Skey !== skey) return;
      const entries = listField(bodyOf(await init(services, session)), 'ContactList');
      if (entries.length > 0) known = { ...known, entries: merged(known.entries, entries) };
    },
  };
}

type Found = Extract<Session, { readonly ok: true }>;

/** Entries of two readings, the later ones in place of earlier ones of the same name. */
function merged(earlier: readonly unknown[], later: readonly unknown[]): readonly unknown[] {
  const names = new Set(later.map((entry) => textField(entry, 'UserName')));
  return [...earlier.filter((entry) => !names.has(textField(entry, 'UserName'))), ...later];
}

/** The body of a reply that says that all is well, else undefined. */
function bodyOf(reply: RawReply | undefined): unknown {
  const body = reply?.ok ? parseJson(reply.text) : undefined;
  return retOf(body) === 0 ? body : undefined;
}
