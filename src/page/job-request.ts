// Whether a group may be asked for on this page now; nothing is sent when it may not.
import { draftProblem } from '../core/group-draft.ts';
import type { JobRequest } from '../core/group-job.ts';
import type { Outcome, Refusal } from '../core/outcome.ts';
import { isPerson } from './contacts.ts';
import type { Moment } from './moment.ts';

/** Why not, or undefined when it may. */
export function refusedBeforeSending(
  page: Window,
  request: JobRequest,
  { login, source }: Moment,
): Outcome | undefined {
  if (login.state !== 'in') return refused('logged-out');
  if (login.userName !== request.account) return refused('account-changed');
  const problem = draftProblem(
    request.members.map(({ userName }) => userName),
    login.userName,
  );
  if (problem !== undefined) return refused(problem);
  const gone = request.members.filter(({ userName }) => !isPerson(source.find(userName), login.userName));
  if (gone.length > 0) {
    const members = gone.map(({ userName }) => ({ userName, fate: 'not-a-contact' as const }));
    return { kind: 'refused', reason: 'stale-contact', words: '', members };
  }
  return page.navigator.onLine ? undefined : refused('offline');
}

export function refused(reason: Refusal): Outcome {
  return { kind: 'refused', reason, words: '', members: [] };
}
