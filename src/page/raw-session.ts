// The session asked directly, when the page's services cannot be reached: who is logged in, and all contacts, page by page.

import type { UserName } from '../core/contact.ts';
import { field, integerField, listField, parseJson, textField } from '../core/fields.ts';
import type { Services } from './injector.ts';
import { getContacts, post, type RawReply } from './raw-api.ts';
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

/** Reads a session once for each session key, and tells what has arrived so far. */
export function rawSessionReader(
  page: Window,
): (services: Services, session: Session) => Promise<RawSession> {
  let skey = '';
  let known: RawSession = NOBODY;
  let identified: Promise<void> = Promise.resolve();

  async function identify(services: Services, session: Session & { ok: true }): Promise<void> {
    const reply = await post(page, services, 'webwxinit', { BaseRequest: session.baseRequest });
    const user = field(bodyOf(reply), 'User');
    const userName = textField(user, 'UserName');
    if (userName === '' || session.baseRequest.Skey !== skey) return;
    known = {
      user: { userName, nickName: textField(user, 'NickName'), headImgUrl: textField(user, 'HeadImgUrl') },
      entries: [],
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
      known = { ...known, entries: [...known.entries, ...listField(part, 'MemberList')] };
      seq = integerField(part, 'Seq') ?? 0;
      if (seq === 0) break;
    }
    if (key === skey) known = { ...known, complete: true };
  }

  return async (services, session) => {
    if (!session.ok) return NOBODY;
    if (session.baseRequest.Skey !== skey) {
      skey = session.baseRequest.Skey;
      known = NOBODY;
      identified = identify(services, session);
    }
    await identified;
    return known;
  };
}

/** The body of a reply that says that all is well, else undefined. */
function bodyOf(reply: RawReply): unknown {
  const body = reply.ok ? parseJson(reply.text) : undefined;
  return integerField(field(body, 'BaseResponse'), 'Ret') === 0 ? body : undefined;
}
