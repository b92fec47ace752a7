// Whether a group may be asked for on this page now; nothing is sent when it may not.
import type { UserName } from '../core/contact.ts';
import { draftProblem } from '../core/group-draft.ts';
import type { JobRequest } from '../core/job-facts.ts';
import type { Refusal } from '../core/outcome.ts';
import { isPerson } from './contacts.ts';
import type { Moment } from './moment.ts';

export interface NotSent {
  readonly reason: Refusal;
  /** Members that are no contacts of this session. */
  readonly gone?: readonly UserName[];
}

/** Why not, or undefined when it may. */
export function refusedBeforeSending(page: Window, request: JobRequest, now: Moment): NotSent | undefined {
  const { self, source } = now;
  if (self === '') return { reason: 'logged-out' };
  if (self !== request.account) return { reason: 'account-changed' };
  const members = request.members.map(({ userName }) => userName);
  const reason = draftProblem(members, self, request.room === undefined ? undefined : 0);
  if (reason !== undefined) return { reason };
  const gone = members.filter((userName) => !isPerson(source.find(userName), self));
  if (gone.length > 0) return { reason: 'stale-contact', gone };
  return page.navigator.onLine ? undefined : { reason: 'offline' };
}
