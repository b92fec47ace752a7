// Asks WeChat for a group, once: through the page's chatroomFactory, or by the bare request where that cannot be reached.
import type { UserName } from '../core/contact.ts';
import { field } from '../core/fields.ts';
import type { Path } from '../core/job-facts.ts';
import type { Doubt, MissingPart } from '../core/outcome.ts';
import { digest, type Services } from './injector.ts';
import { post } from './raw-api.ts';
import { call } from './reach.ts';
import { findSession } from './session-keys.ts';

export type Attempt =
  /** Nothing was sent, because this is missing. */
  | { readonly state: 'not-sent'; readonly missing: 'no-session-key' | 'no-sid' | 'no-uin' }
  /** WeChat answered, or the page says so: the reply's body. */
  | {
      readonly state: 'answered';
      readonly path: Path;
      readonly missing?: MissingPart | undefined;
      readonly reply: unknown;
      /** Of HTTP, where it is known. */
      readonly status?: number | undefined;
    }
  /** It may have been sent, and no reply can be had. */
  | {
      readonly state: 'doubtful';
      readonly path: Path;
      readonly missing?: MissingPart | undefined;
      readonly doubt: Doubt;
    };

/** Sends at most one request. */
export async function createGroup(
  page: Window,
  services: Services,
  members: readonly UserName[],
): Promise<Attempt> {
  const factory = services.get('chatroomFactory');
  if (typeof field(factory, 'create') !== 'function') {
    return createRaw(page, services, members, services.missing ?? 'no-factory');
  }
  const called = call(factory, 'create', memberList(members));
  // It may have sent the request before it threw, so the bare request must not follow.
  if (called.state !== 'returned') return { state: 'doubtful', path: 'factory', doubt: 'factory-threw' };
  digest(services);
  if (typeof field(called.value, 'then') !== 'function') {
    return { state: 'doubtful', path: 'factory', doubt: 'factory-answered-nothing' };
  }
  return { state: 'answered', path: 'factory', reply: await settled(called.value) };
}

/** The page's create resolves for Ret 0 alone and rejects with the body for all others, so both handlers bring the reply. */
function settled(promise: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    if (call(promise, 'then', resolve, resolve).state !== 'returned') resolve(undefined);
  });
}

async function createRaw(
  page: Window,
  services: Services,
  members: readonly UserName[],
  missing: MissingPart,
): Promise<Attempt> {
  const session = findSession(page, services);
  if (!session.ok) return { state: 'not-sent', missing: session.missing };
  const reply = await post(page, services, 'webwxcreatechatroom', {
    BaseRequest: session.baseRequest,
    MemberCount: members.length,
    MemberList: memberList(members),
    Topic: '',
  });
  if (!reply.ok) return { state: 'doubtful', path: 'raw', missing, doubt: 'network-failed' };
  return { state: 'answered', path: 'raw', missing, reply: reply.text, status: reply.status };
}

function memberList(members: readonly UserName[]): readonly { readonly UserName: UserName }[] {
  return members.map((UserName) => ({ UserName }));
}
