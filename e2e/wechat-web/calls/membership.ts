// Who gets into a group: each person's status, and how many there is room for before the others are only invited.
import type { Backend } from '../backend.ts';
import type { Person } from '../person.ts';
import type { MemberStatuses } from '../scenario.ts';
import type { Session } from '../session.ts';

/** From this many members on, yourself included, people are invited and must accept. */
export const inviteStartCount = 40;

export interface Places<T> {
  readonly inside: readonly T[];
  readonly invited: readonly T[];
}

/** Who of these is in a new group at once: as many as make it full together with yourself, in the order asked. */
export const placesOf = <T>(people: readonly T[]): Places<T> => ({
  inside: people.slice(0, inviteStartCount - 1),
  invited: people.slice(inviteStartCount - 1),
});

/** 0 is fine; what a script tells goes before what is known of the person. */
export const memberStatusOf = (
  one: Person,
  told: MemberStatuses,
  session: Session,
  backend: Backend,
): number =>
  told[session.userNameOf(one.id)] ?? told[String(one.index)] ?? (backend.removedIds.has(one.id) ? 4 : 0);
