// The page holds one job at a time: asked for twice it is sent once, and whoever watches it hears what happens.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobRequest } from '../core/job-facts.ts';
import type { ContactSource } from './contact-source.ts';
import { type JobHolder, jobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';

const source: ContactSource = {
  revision: '1',
  size: 2,
  people: () => [],
  rooms: () => [{ UserName: '@@old' }],
  find: (UserName) => ({ UserName, ContactFlag: 1 }),
};
const request = (id = 'job-1', userNames: readonly string[] = ['@a', '@b']): JobRequest => ({
  id,
  account: '@me',
  members: userNames.map((userName) => ({ userName, name: userName })),
});
const MADE = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '@@room', BlackList: '', MemberList: [] };
const SENT = { type: 'sent', at: 1000 };
const CHECK = { type: 'step', at: 1000, step: 'check', room: '@@room', people: [] };

/** A page whose factory answers when the test says so, and a holder of jobs on it. */
function opened() {
  const answers: ((reply: unknown) => void)[] = [];
  const create = vi.fn((_members: unknown): unknown => new Promise((resolve) => answers.push(resolve)));
  const now: Moment = {
    services: { get: (name) => (name === 'chatroomFactory' ? { create } : undefined) },
    login: { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] },
    self: '@me',
    source,
    at: 1000,
  };
  const jobs = jobHolder(window, 1000);
  return { jobs, create, now, answer: (reply: unknown) => answers.shift()?.(reply) };
}
function begun(): ReturnType<typeof opened> {
  const page = opened();
  page.jobs.start(request(), page.now);
  return page;
}
const typesOf = (jobs: JobHolder, id = 'job-1'): readonly unknown[] | undefined =>
  jobs.find(id)?.facts.map((fact) => fact['type']);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] }); // no time passes by the clock
});
afterEach(() => {
  vi.useRealTimers();
  window.sessionStorage.clear();
});

describe('start', () => {
  it('asks the factory for the members, and holds the job and the rooms before it', () => {
    const { jobs, create } = begun();
    expect(create).toHaveBeenCalledExactlyOnceWith([{ UserName: '@a' }, { UserName: '@b' }]);
    expect(jobs.current()).toEqual({ ...request(), facts: [SENT] });
    expect(jobs.before('job-1')).toEqual(['@@old']);
  });

  it('again with the same id is the same job, sent once: running, ended and dismissed', async () => {
    const { jobs, create, now, answer } = begun();
    expect(jobs.start(request(), now)).toEqual(jobs.current());
    answer(MADE);
    const ended = await jobs.watch('job-1', 1);
    expect(jobs.start(request(), now)).toEqual(ended);
    jobs.dismiss('job-1');
    expect(jobs.start(request('job-1', ['@x', '@y']), now)).toEqual(ended);
    expect(create).toHaveBeenCalledOnce();
  });

  it('with another id is refused until the first is dismissed, though it has ended', async () => {
    const { jobs, create, now, answer } = begun();
    expect(jobs.start(request('job-2'), now)).toBeUndefined();
    answer(MADE);
    await jobs.watch('job-1', 1);
    expect(jobs.start(request('job-2'), now)).toBeUndefined();
    expect(jobs.find('job-2')).toBeUndefined();
    jobs.dismiss('job-1');
    expect(jobs.start(request('job-2'), now)).toMatchObject({ id: 'job-2', facts: [SENT] });
    expect(create).toHaveBeenCalledTimes(2);
  });

  it('that may not be sent asks nobody, and tells why', () => {
    const { jobs, create, now } = opened();
    expect(jobs.start(request('job-1', ['@a']), now)?.facts).toEqual([
      { type: 'not-sent', at: 1000, reason: 'too-few-members' },
    ]);
    expect(create).not.toHaveBeenCalled();
    expect(jobs.start(request('job-2'), now)).toBeUndefined();
  });
});

describe('what happened is kept', () => {
  it('an answer, with the way it took and without what is beside it', async () => {
    const { jobs, answer } = begun();
    answer({ ...MADE, Skey: '@crypt_1' });
    const job = await jobs.watch('job-1', 1);
    expect(job?.facts).toEqual([SENT, { type: 'answered', at: 1000, reply: MADE, path: 'factory' }, CHECK]);
    expect(JSON.stringify(job)).not.toContain('crypt');
  });

  it.each([
    [
      'a factory that answers nothing',
      () => undefined,
      { type: 'doubtful', doubt: 'factory-answered-nothing' },
    ],
    [
      'a factory that throws',
      () => {
        throw new Error('after the request');
      },
      { type: 'doubtful', doubt: 'factory-threw' },
    ],
    ['a rejection', () => Promise.reject(''), { type: 'answered', reply: '' }],
  ])('%s', async (_what, create, fact) => {
    const page = opened();
    page.create.mockImplementation(create);
    page.jobs.start(request(), page.now);
    expect((await page.jobs.watch('job-1', 1))?.facts[1]).toMatchObject({ ...fact, path: 'factory' });
  });

  it('that no key was there to send it with', async () => {
    const { jobs, now } = opened();
    jobs.start(request(), { ...now, services: { missing: 'no-angular', get: () => undefined } });
    expect((await jobs.watch('job-1', 1))?.facts[1]).toMatchObject({ type: 'not-sent', reason: 'no-uin' });
  });

  it('rooms that were seen, once for as long as they stay the same', () => {
    const { jobs } = begun();
    const rooms = [{ room: '@@new', members: ['@a', '@b'], isOwn: true }];
    jobs.happened('job-1', { type: 'seen', at: 2000, rooms });
    jobs.happened('job-1', { type: 'seen', at: 3000, rooms });
    expect(typesOf(jobs)).toEqual(['sent', 'seen']);
    jobs.happened('job-1', { type: 'seen', at: 4000, rooms: [...rooms, ...rooms] });
    expect(typesOf(jobs)).toEqual(['sent', 'seen', 'seen']);
  });

  it('of no other job', () => {
    const { jobs } = begun();
    expect(jobs.happened('job-2', { type: 'check-again', at: 2000 })).toBeUndefined();
    expect(jobs.before('job-2')).toBeUndefined();
    expect(typesOf(jobs)).toEqual(['sent']);
  });
});

describe('watch', () => {
  it('wakes everybody when something happens', async () => {
    const { jobs, answer } = begun();
    const watching = [jobs.watch('job-1', 1), jobs.watch('job-1', 1)];
    answer(MADE);
    const [first, second] = await Promise.all(watching);
    expect(first?.facts).toEqual([SENT, expect.objectContaining({ type: 'answered', reply: MADE }), CHECK]);
    expect(second).toEqual(first);
  });

  it('answers at once when there is news already', async () => {
    const { jobs } = begun();
    expect(await jobs.watch('job-1', 0)).toEqual(jobs.current());
  });

  it('sleeps on through what happens to other jobs', async () => {
    const { jobs, now } = begun();
    jobs.dismiss('job-1');
    jobs.start(request('job-2'), now);
    const woken = jobs.watch('job-2', 1);
    jobs.happened('job-1', { type: 'restored', at: 2000 });
    jobs.happened('job-2', { type: 'restored', at: 3000 });
    expect((await woken)?.facts.at(-1)).toEqual({ type: 'restored', at: 3000 });
  });

  it('ends when the job is dismissed', async () => {
    const { jobs } = begun();
    const watching = jobs.watch('job-1', 1);
    jobs.dismiss('job-1');
    expect(await watching).toBeUndefined();
    expect(await jobs.watch('job-1', 0)).toBeUndefined();
  });

  it('knows no job that is not here', async () => {
    expect(await begun().jobs.watch('job-2', 0)).toBeUndefined();
    expect(await opened().jobs.watch('job-2', 0)).toBeUndefined();
  });
});
