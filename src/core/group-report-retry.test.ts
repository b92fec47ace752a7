// An invitation that failed can be tried again, also where nobody could read who is in the group.
import { expect, it } from 'vitest';
import { jobAt } from './group-job.ts';
import { canBeInvited, groupReport } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, StepEnd } from './job-facts.ts';

const ROOM = '@@room';
const answer = (Ret: number): StepEnd => ({ path: 'raw', reply: { BaseResponse: { Ret } } });

/** Whether @a can be invited again, after this end of the invitation and a reading that failed. */
function canBeAskedAgain(end: StepEnd | undefined): boolean | undefined {
  const begun: JobFact = { type: 'step', at: 1, step: 'invite', room: ROOM, people: ['@a'] };
  const facts: readonly JobFact[] = [
    ...(end === undefined
      ? []
      : [begun, { type: 'step-end' as const, at: 2, step: 'invite' as const, room: ROOM, ...end }]),
    { type: 'step', at: 3, step: 'read', room: ROOM },
    { type: 'step-end', at: 4, step: 'read', room: ROOM, ...answer(-1) },
  ];
  const members = [{ userName: '@a', name: 'Anna' }];
  const job = jobAt({ id: '1', account: '@me', members, room: ROOM, facts }, 5);
  const [anna] = groupReport(job, stepsAt(job, 5)).people;
  return anna && canBeInvited(anna);
}

it.each([
  ['refused', answer(-1), true],
  ['not answered', { path: 'raw' } as const, true],
  ['taken, and nobody named', answer(0), false],
  ['not tried', undefined, false],
])('an invitation that was %s', (_how, end, can) => {
  expect(canBeAskedAgain(end)).toBe(can);
});
