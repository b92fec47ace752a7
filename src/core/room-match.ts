// Whether a room that turned up is the group that was asked for.
import type { UserName } from './contact.ts';
import type { Outcome } from './outcome.ts';

/** A room that was not there before the group was asked for. */
export interface SeenRoom {
  readonly room: UserName;
  /** Without yourself. */
  readonly members: readonly UserName[];
  /** Whether the account owns it, as the maker of a group does. */
  readonly isOwn: boolean;
}

type Made = Extract<Outcome, { readonly kind: 'made' | 'partial' }>;

/**
 * What a room says of a group that was asked for, or undefined when it is another group. It is the group when it has
 * exactly those members, or some of them and nobody else where the account owns it: people who have no friend in you
 * any more are left out when WeChat makes the group.
 */
export function groupInRoom(
  { room, members, isOwn }: SeenRoom,
  asked: readonly UserName[],
): Made | undefined {
  const inside = new Set(members);
  const present = asked.filter((userName) => inside.has(userName));
  if (present.length === 0 || present.length !== inside.size) return undefined;
  if (present.length === asked.length) {
    return { kind: 'made', room, members: asked.map((userName) => ({ userName, fate: 'in' })) };
  }
  if (!isOwn) return undefined;
  const fates = asked.map((userName) => ({
    userName,
    fate: inside.has(userName) ? ('in' as const) : ('not-reported' as const),
  }));
  return { kind: 'partial', room, members: fates, words: '' };
}
