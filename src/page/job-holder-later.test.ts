// Jobs that were let go of, and jobs from before a reload: none of them is sent again, and no made group is forgotten.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobAt } from '../core/group-job.ts';
import { jobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';

const MADE = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@room', MemberList: [] };
const REFUSED = { BaseResponse: { Ret: 1205 }, ChatRoomName: '' };
const request = (id: string) => ({
  id,
  account: '@me',
  members: ['@a', '@b'].map((userName) => ({ userName, name: userName })),
});

/** A page whose requests are answered when the test says so, in any order. */
function opened() {
  const answers: ((reply: unknown) => void)[] = [];
  const create = vi.fn((_members: unknown): unknown => new Promise((resolve) => answers.push(resolve)));
  const now: Moment = {
    services: { get: (name) => (name === 'chatroomFactory' ? { create } : undefined) },
    login: { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] },
    self: '@me',
    source: {
      revision: '1',
      size: 0,
      people: () => [],
      rooms: () => [{ UserName: '@@old' }],
      find: (UserName) => ({ UserName, ContactFlag: 1 }),
    },
    at: 1000,
  };
  const jobs = jobHolder(window, 1000);
  /** Answers a request, and comes back when the job has noted that. */
  const answer = async (place: number, reply: unknown, id: string): Promise<void> => {
    const count = (): number => jobs.find(id)?.facts.length ?? 0;
    const before = count();
    answers[place]?.(reply);
    while (count() === before) await Promise.resolve();
  };
  return { jobs, create, now, answer };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] }); // no time passes by the clock
});
afterEach(() => {
  vi.useRealTimers();
  window.sessionStorage.clear();
});

describe('a dismissed job', () => {
  it('is gone, but is remembered', () => {
    const { jobs, now } = opened();
    jobs.start(request('job-1'), now);
    jobs.dismiss('job-1');
    jobs.dismiss('job-2');
    expect(jobs.current()).toBeUndefined();
    expect(jobs.find('job-1')).toMatchObject({ id: 'job-1' });
  });

  it('comes back when its group turns out to be made', async () => {
    const { jobs, now, answer } = opened();
    jobs.start(request('job-1'), now);
    jobs.dismiss('job-1');
    await answer(0, MADE, 'job-1');
    expect(jobs.current()).toMatchObject({
      id: 'job-1',
      facts: [{ type: 'sent' }, { type: 'answered' }, { type: 'step', step: 'check' }],
    });
    jobs.dismiss('job-1');
    expect(jobs.current()).toBeUndefined();
  });

  it.each([
    ['a refusal', REFUSED],
    ['no answer', ''],
  ])('stays gone after %s', async (_what, reply) => {
    const { jobs, now, answer } = opened();
    jobs.start(request('job-1'), now);
    jobs.dismiss('job-1');
    await answer(0, reply, 'job-1');
    expect(jobs.current()).toBeUndefined();
  });

  it('that comes back waits until the one that runs is dismissed', async () => {
    const { jobs, now, answer } = opened();
    jobs.start(request('job-1'), now);
    jobs.dismiss('job-1');
    jobs.start(request('job-2'), now);
    await answer(0, MADE, 'job-1');
    expect(jobs.current()).toMatchObject({ id: 'job-2' });
    jobs.dismiss('job-2');
    expect(jobs.current()).toMatchObject({ id: 'job-1' });
    expect(jobs.start(request('job-3'), now)).toBeUndefined();
  });

  it('is remembered while four more are made', () => {
    const { jobs, now } = opened();
    for (const id of ['1', '2', '3', '4', '5', '6']) {
      jobs.start(request(id), now);
      jobs.dismiss(id);
    }
    expect(['1', '2', '3', '4', '5', '6'].filter((id) => jobs.find(id) === undefined)).toEqual(['1']);
  });
});

describe('after a reload', () => {
  it('a job that ran is restored: looked for, and not sent again', () => {
    const { jobs, create, now } = opened();
    jobs.start(request('job-1'), now);
    const later = jobHolder(window, 5000);
    const job = later.current();
    expect(job?.facts).toEqual([
      { type: 'sent', at: 1000 },
      { type: 'restored', at: 5000 },
    ]);
    expect(later.before('job-1')).toEqual(['@@old']);
    later.start(request('job-1'), now);
    expect(later.start(request('job-2'), now)).toBeUndefined();
    expect(create).toHaveBeenCalledOnce();
    const facts = [{ type: 'sent', at: 1000 } as const, { type: 'restored', at: 5000 } as const];
    expect(jobAt({ ...request('job-1'), facts }, 5000).state.phase).toBe('checking');
  });

  it.each([
    ['a refusal', REFUSED, ['sent', 'answered']],
    ['a group, whose steps have ended', MADE, ['sent', 'answered', 'step', 'step-end']],
  ])('a job that was answered is as it was: %s', async (_what, reply, types) => {
    const { jobs, now, answer } = opened();
    jobs.start(request('job-1'), now);
    await answer(0, reply, 'job-1');
    await jobs.watch('job-1', types.length - 1);
    expect(jobs.current()?.facts.map((fact) => fact['type'])).toEqual(types);
    expect(jobHolder(window, 5000).current()).toEqual(JSON.parse(JSON.stringify(jobs.current())));
  });

  it('a job that was not sent is as it was', () => {
    const { jobs, now } = opened();
    const job = jobs.start({ ...request('job-1'), account: '@another' }, now);
    expect(jobHolder(window, 5000).current()).toEqual(job);
  });

  it('a dismissed job stays dismissed, and remembered', () => {
    const { jobs, create, now } = opened();
    jobs.start(request('job-1'), now);
    jobs.dismiss('job-1');
    const later = jobHolder(window, 5000);
    expect(later.current()).toBeUndefined();
    expect(later.start(request('job-1'), now)).toMatchObject({ id: 'job-1' });
    expect(create).toHaveBeenCalledOnce();
  });

  it('and another, a job is restored once', () => {
    const { jobs, now } = opened();
    jobs.start(request('job-1'), now);
    const second = jobHolder(window, 5000);
    second.happened('job-1', { type: 'check-again', at: 6000 });
    const third = jobHolder(window, 7000);
    expect(third.find('job-1')?.facts.map((fact) => fact['type'])).toEqual([
      'sent',
      'restored',
      'check-again',
    ]);
  });

  it('there is no job where there was none', () => {
    expect(jobHolder(window, 5000).current()).toBeUndefined();
  });
});
