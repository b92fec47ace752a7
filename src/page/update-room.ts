// Changes a room, once: through the page's chatroomFactory, or by the bare request where that is missing.
import type { UserName } from '../core/contact.ts';
import { field, listField, retOf } from '../core/fields.ts';
import type { AddingFun, StepEnd } from '../core/job-facts.ts';
import { bareReply, rawEnd } from './bare-reply.ts';
import { digest, type Services } from './injector.ts';
import { post } from './raw-api.ts';
import { ask, call } from './reach.ts';

/** What each change is called by the page's `_update`, and on the wire. Source: wechat-web facts, chatroomFactory. */
const FIELDS = {
  modtopic: ['topic', 'NewTopic'],
  addmember: ['addMembers', 'AddMemberList'],
  invitemember: ['inviteMembers', 'InviteMemberList'],
} as const;

/** From so many on, yourself and the new ones included, people are invited: the page counts so too. */
const INVITE_FROM = 40;
const MUST_BE_INVITED = -2012;

/** The page never calls back on an HTTP error, so this may never settle: whoever waits needs a limit. */
export async function updateRoom(
  page: Window,
  services: Services,
  fun: keyof typeof FIELDS,
  room: UserName,
  value: string,
): Promise<StepEnd> {
  const factory = services.get('chatroomFactory');
  const [inPage, onWire] = FIELDS[fun];
  if (typeof field(factory, '_update') === 'function') {
    return calledBack(services, (done) => call(factory, '_update', fun, room, { [inPage]: value }, done));
  }
  return rawEnd(
    await post(page, services, `webwxupdatechatroom?fun=${fun}`, { ChatRoomName: room, [onWire]: value }),
  );
}

/** Brings people into a room; those whom WeChat does not let be added are invited instead. */
export async function addPeople(
  page: Window,
  services: Services,
  room: UserName,
  people: readonly UserName[],
): Promise<StepEnd> {
  // The page is not made to ask for a room that it does not know.
  const known = ask(services.get('contactFactory'), 'getContact', room, '', true);
  const inside = listField(known, 'MemberList').length;
  const fun: AddingFun = inside + people.length >= INVITE_FROM ? 'invitemember' : 'addmember';
  const list = people.join(',');
  const factory = services.get('chatroomFactory');
  // It throws on a room that the page has not loaded.
  const canAdd = inside > 0 && typeof field(factory, 'addMember') === 'function';
  const end = canAdd
    ? await calledBack(services, (done) => call(factory, 'addMember', room, list, done))
    : await updateRoom(page, services, fun, room, list);
  const ret = retOf(end.reply);
  if (ret !== MUST_BE_INVITED || fun === 'invitemember') return { ...end, fun };
  return { ...(await updateRoom(page, services, 'invitemember', room, list)), fun: 'invitemember' };
}

function calledBack(
  services: Services,
  begin: (done: (reply: unknown) => void) => { readonly state: string },
): Promise<StepEnd> {
  return new Promise((resolve) => {
    const called = begin((reply) => resolve({ path: 'factory', reply: bareReply(reply) }));
    // It may have sent the request before it threw.
    if (called.state !== 'returned') resolve({ path: 'factory' });
    digest(services);
  });
}
