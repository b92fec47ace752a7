// A group as tests see it: with the UserNames of the present login.
import type { Message, Room } from './rooms.ts';
import type { Session } from './session.ts';

export interface Group {
  readonly id: string;
  readonly userName: string;
  readonly ownerUserName: string;
  /** Those who are in it, without yourself; strangers included. */
  readonly members: readonly string[];
  /** Those the request named, in or not; the members of a group that was there before. */
  readonly asked: readonly string[];
  readonly invited: readonly string[];
  /** Plain text, in the order of `members`. */
  readonly memberNames: readonly string[];
  readonly topic: string;
  readonly messages: readonly Message[];
  /** 1 for the first group made, 2 for the second; 0 for those that were there before. */
  readonly createdAt: number;
}

export function groupOf(room: Room, session: Session): Group {
  const { id, topic, messages, createdAt } = room;
  const userNames = (ids: readonly string[]): readonly string[] =>
    ids.map((each) => session.userNameOf(each));
  return {
    id,
    topic,
    messages,
    createdAt,
    userName: session.userNameOf(id),
    ownerUserName: session.selfUserName,
    members: userNames(room.memberIds),
    asked: userNames(room.askedIds),
    invited: userNames(room.invitedIds),
    memberNames: room.memberIds.map((each) => session.account.book.byId(each)?.plainName ?? ''),
  };
}
