// The rooms that have turned up since a group was asked for: from the contacts, their members from WeChat where missing.

import type { UserName } from '../core/contact.ts';
import { isRoomName } from '../core/contact-kind.ts';
import { integerField, listField, textField } from '../core/fields.ts';
import type { SeenRoom } from '../core/room-match.ts';
import { batchGet } from './batch-get.ts';
import type { ContactSource } from './contact-source.ts';
import type { Services } from './injector.ts';

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
  const asked = empty.length === 0 ? [] : (await batchGet(page, services, empty)).entries;
  return [...whole, ...asked].map((entry) => seenRoom(entry, self));
}

function seenRoom(entry: unknown, self: UserName): SeenRoom {
  return {
    room: textField(entry, 'UserName'),
    members: membersOf(entry, self),
    isOwn: integerField(entry, 'IsOwner') === 1,
  };
}

/** Who is in a room besides yourself. */
export function membersOf(entry: unknown, self: UserName): readonly UserName[] {
  return listField(entry, 'MemberList')
    .map((member) => textField(member, 'UserName'))
    .filter((userName) => userName !== '' && userName !== self);
}
