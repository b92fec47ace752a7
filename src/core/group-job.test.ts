// A job is told once how it ended, and its revision grows with every change, so that watchers miss nothing.
import { expect, it } from 'vitest';
import { advance, type JobEvent, newJob } from './group-job.ts';

const request = {
  id: 'job-1',
  account: '@me',
  members: [
    { userName: '@a', name: 'Anna' },
    { userName: '@b', name: 'Béla' },
  ],
};
const made: JobEvent = {
  type: 'settled',
  path: 'factory',
  outcome: { kind: 'made', room: '@@room', members: [] },
};
const refused: JobEvent = {
  type: 'settled',
  outcome: { kind: 'refused', reason: 'logged-out', words: '', members: [] },
  missing: 'no-sid',
};

it('a new job is being created, and is what was asked for', () => {
  expect(newJob(request)).toEqual({ ...request, revision: 1, state: { phase: 'creating' } });
});

it('a settled job has ended with its outcome and the way it took', () => {
  expect(advance(newJob(request), made)).toEqual({
    ...request,
    revision: 2,
    state: { phase: 'ended', outcome: made.outcome, path: 'factory' },
  });
});

it('a job that could not be sent says what is missing, and no way', () => {
  expect(advance(newJob(request), refused).state).toEqual({
    phase: 'ended',
    outcome: refused.outcome,
    missing: 'no-sid',
  });
});

it('an ended job stays as it is, whatever happens later', () => {
  const ended = advance(newJob(request), made);
  expect(advance(ended, refused)).toBe(ended);
  expect(advance(ended, made)).toBe(ended);
});

it('the job before a change is left as it was', () => {
  const job = Object.freeze(newJob(request));
  expect(advance(job, made)).not.toBe(job);
  expect(job.state).toEqual({ phase: 'creating' });
});
