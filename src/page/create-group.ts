// Asks WeChat for a group, once: through the page's chatroomFactory, or by the bare request where that cannot be reached.
import type { UserName } from '../core/contact.ts';
import { field } from '../core/fields.ts';
import type { JobFact } from '../core/job-facts.ts';
import type { MissingPart } from '../core/outcome.ts';
import { bareReply } from './bare-reply.ts';
import { digest, type Services } from './injector.ts';
import { post } from './raw-api.ts';
import { call } from './reach.ts';

type Unstamped<Fact> = Fact extends unknown ? Omit<Fact, 'at'> : never;

/** How it went: WeChat's reply, reduced; or that nothing was sent; or that no reply can be had. */
export type Attempt = Unstamped<Extract<JobFact, { readonly type: 'not-sent' | 'answered' | 'doubtful' }>>;

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
  if (called.state !== 'returned') return { type: 'doubtful', path: 'factory', doubt: 'factory-threw' };
  digest(services);
  if (typeof field(called.value, 'then') !== 'function') {
    return { type: 'doubtful', path: 'factory', doubt: 'factory-answered-nothing' };
  }
  return { type: 'answered', path: 'factory', reply: bareReply(await settled(called.value)) };
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
  const reply = await post(page, services, 'webwxcreatechatroom', {
    MemberCount: members.length,
    MemberList: memberList(members),
    Topic: '',
  });
  if ('missing' in reply) return { type: 'not-sent', reason: reply.missing };
  if (!reply.ok) return { type: 'doubtful', path: 'raw', missing, doubt: 'network-failed' };
  return { type: 'answered', path: 'raw', missing, reply: bareReply(reply.text), status: reply.status };
}

function memberList(members: readonly UserName[]): readonly { readonly UserName: UserName }[] {
  return members.map((UserName) => ({ UserName }));
}
