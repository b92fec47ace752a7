// The rooms that have turned up since a group was asked for: from the contacts, their members from WeChat where missing.

import type { UserName } from '../core/contact.ts';
import { isRoomName } from '../core/contact-kind.ts';
import { integerField, listField, parseJson, textField } from '../core/fields.ts';
import type { SeenRoom } from '../core/room-match.ts';
import type { ContactSource } from './contact-source.ts';
import type { Services } from './injector.ts';
import { post } from './raw-api.ts';
import { findSession } from './session-keys.ts';

/** WeChat takes no more in one batchget. */
const BATCH = 50;

/** The names of all rooms that a source knows. */
export function roomNames(source: ContactSource): readonly UserName[] {
  return source.rooms().map((entry) => textField(entry, 'UserName'));
}

/** Those that are not among `before`, with all their members. */
export async function newRooms(
  page: Window,
  services: Services,
  source: ContactSource,
  before: readonly UserName[],
  self: UserName,
): Promise<readonly SeenRoom[]> {
  const known = new Set(before);
  const fresh = source.rooms().filter((entry) => {
    const room = textField(entry, 'UserName');
    return isRoomName(room) && !known.has(room);
  });
  const whole = fresh.filter((entry) => listField(entry, 'MemberList').length > 0);
  const empty = fresh.filter((entry) => !whole.includes(entry)).map((entry) => textField(entry, 'UserName'));
  const asked = empty.length === 0 ? [] : await batchGet(page, services, empty.slice(0, BATCH));
  return [...whole, ...asked].map((entry) => seenRoom(entry, self));
}

async function batchGet(
  page: Window,
  services: Services,
  rooms: readonly UserName[],
): Promise<readonly unknown[]> {
  const session = findSession(page, services);
  if (!session.ok) return [];
  const reply = await post(page, services, 'webwxbatchgetcontact?type=ex', {
    BaseRequest: session.baseRequest,
    Count: rooms.length,
    List: rooms.map((UserName) => ({ UserName, ChatRoomId: '' })),
  });
  const entries = listField(reply.ok ? parseJson(reply.text) : undefined, 'ContactList');
  return entries.filter((entry) => rooms.includes(textField(entry, 'UserName')));
}

function seenRoom(entry: unknown, self: UserName): SeenRoom {
  const members = listField(entry, 'MemberList').map((member) => textField(member, 'UserName'));
  return {
    room: textField(entry, 'UserName'),
    members: members.filter((userName) => userName !== '' && userName !== self),
    isOwn: integerField(entry, 'IsOwner') === 1,
  };
}
