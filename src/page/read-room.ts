// What a room really is: asked of WeChat, and handed to the page, which then knows the room too.
import type { UserName } from '../core/contact.ts';
import { integerField, listField, textField } from '../core/fields.ts';
import type { RoomRead, StepEnd } from '../core/job-facts.ts';
import { rawEnd } from './bare-reply.ts';
import { batchGet } from './batch-get.ts';
import { digest, type Services } from './injector.ts';
import { ask } from './reach.ts';
import { membersOf } from './room-watch.ts';

export interface Reading {
  readonly end: StepEnd;
  /** The room as WeChat tells of it; undefined when it is not known yet, or was not answered. */
  readonly entry: unknown;
}

/**
 * Asks once. The page keeps what is found as after its own asking: the picture's address and the EncryChatRoomId stay
 * there, for this session, and its `addMember` can work on the room.
 */
export async function readRoom(
  page: Window,
  services: Services,
  room: UserName,
  self: UserName,
): Promise<Reading> {
  const { reply, entries } = await batchGet(page, services, [room]);
  const end = rawEnd(reply);
  const entry = entries.find((each) => listField(each, 'MemberList').length > 0);
  if (entry === undefined) return { end, entry };
  ask(services.get('contactFactory'), 'addContact', { ...Object(entry) });
  digest(services);
  return { end: { ...end, read: { ...roomFields(entry), members: membersOf(entry, self) } }, entry };
}

/** What is said of a room besides who is in it. */
export function roomFields(entry: unknown): Omit<RoomRead, 'members'> {
  return {
    nickName: textField(entry, 'NickName'),
    memberCount: integerField(entry, 'MemberCount') ?? 0,
    isOwn: integerField(entry, 'IsOwner') === 1,
  };
}
