// The page holds one job: asked for twice it is sent once, and whoever watches it hears how it ended.
// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import type { GroupJob } from '../core/group-job.ts';
import type { Login } from './account.ts';
import type { Services } from './injector.ts';
import { type JobHolder, jobHolder } from './job-holder.ts';

const LOGIN: Login = { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] };
const request = (id = 'job-1', userNames: readonly string[] = ['@a', '@b']) => ({
  id,
  account: '@me',
  members: userNames.map((userName) => ({ userName, name: userName })),
});
const MADE = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@room', MemberList: [] };

/** A page whose factory answers when the test says so. */
function slowPage() {
  const answers: ((reply: unknown) => void)[] = [];
  const create = vi.fn(() => new Promise((resolve) => answers.push(resolve)));
  const services: Services = { get: (name) => (name === 'chatroomFactory' ? { create } : undefined) };
  return { services, create, answer: (reply: unknown) => answers.shift()?.(reply) };
}

function begun(): ReturnType<typeof slowPage> & { readonly jobs: JobHolder } {
  const page = slowPage();
  const jobs = jobHolder(window);
  jobs.start(request(), page.services, LOGIN);
  return { ...page, jobs };
}

describe('start', () => {
  it('asks the factory for the members, and holds the job', () => {
    const { jobs, create } = begun();
    expect(create).toHaveBeenCalledExactlyOnceWith([{ UserName: '@a' }, { UserName: '@b' }]);
    expect(jobs.current()).toEqual({ ...request(), revision: 1, state: { phase: 'creating' } });
  });

  it('again with the same id is the same job, sent once, also when it has ended', async () => {
    const { jobs, create, services, answer } = begun();
    expect(jobs.start(request(), services, LOGIN)).toBe(jobs.current());
    answer(MADE);
    const ended = await jobs.watch('job-1', 1);
    expect(jobs.start(request(), services, LOGIN)).toBe(ended);
    expect(create).toHaveBeenCalledOnce();
  });

  it('with another id is refused while one runs', () => {
    const { jobs, create, services } = begun();
    expect(jobs.start(request('job-2'), services, LOGIN)).toBeUndefined();
    expect(create).toHaveBeenCalledOnce();
    expect(jobs.current()?.id).toBe('job-1');
  });

  it('with another id takes the place of one that has ended', async () => {
    const { jobs, services, answer } = begun();
    answer(MADE);
    await jobs.watch('job-1', 1);
    expect(jobs.start(request('job-2'), services, LOGIN)).toMatchObject({ id: 'job-2', revision: 1 });
    expect(await jobs.watch('job-1', 0)).toBeUndefined();
  });
});

describe('nothing is sent, and the job ends with the reason', () => {
  const out: Login = { state: 'out', missing: [] };
  it.each([
    ['logged-out', request(), out],
    ['account-changed', { ...request(), account: '@another' }, LOGIN],
    ['account-changed', { ...request(), account: '' }, LOGIN],
    ['too-few-members', request('job-1', ['@a']), LOGIN],
    ['yourself-as-member', request('job-1', ['@a', '@b', '@me']), LOGIN],
    ['member-twice', request('job-1', ['@a', '@b', '@a']), LOGIN],
    ['no-person', request('job-1', ['@a', '@@room']), LOGIN],
  ])('%s', (reason, asked, login) => {
    const { services, create } = slowPage();
    expect(jobHolder(window).start(asked, services, login)).toMatchObject({
      revision: 2,
      state: { phase: 'ended', outcome: { kind: 'refused', reason, words: '', members: [] } },
    });
    expect(create).not.toHaveBeenCalled();
  });

  it('no-uin, where neither the factory nor a key can be reached', async () => {
    const jobs = jobHolder(window);
    jobs.start(request(), { missing: 'no-angular', get: () => undefined }, LOGIN);
    expect((await jobs.watch('job-1', 1))?.state).toEqual({
      phase: 'ended',
      outcome: { kind: 'refused', reason: 'no-uin', words: '', members: [] },
      missing: 'no-uin',
    });
  });
});

describe('a job ends', () => {
  const endOf = async (create: () => unknown): Promise<GroupJob | undefined> => {
    const jobs = jobHolder(window);
    jobs.start(request(), { get: () => ({ create }) }, LOGIN);
    return jobs.watch('job-1', 1);
  };

  it.each([
    ['made', () => Promise.resolve(MADE), { kind: 'made', room: '@@room' }],
    [
      'partial, though the page rejects',
      () => Promise.reject({ ...MADE, BaseResponse: { Ret: -2013 } }),
      { kind: 'partial' },
    ],
    [
      'refused',
      () => Promise.reject({ BaseResponse: { Ret: 1205 } }),
      { kind: 'refused', reason: 'rate-limited' },
    ],
    ['unknown after a reset', () => Promise.reject(''), { kind: 'unknown', reason: 'no-answer' }],
    ['unknown without a promise', () => undefined, { kind: 'unknown', reason: 'factory-answered-nothing' }],
  ])('%s', async (_how, create, outcome) => {
    expect(await endOf(create)).toMatchObject({
      revision: 2,
      state: { phase: 'ended', path: 'factory', outcome },
    });
  });
});

describe('watch', () => {
  it('wakes everybody who watches when the job moves on', async () => {
    const { jobs, answer } = begun();
    const watching = [jobs.watch('job-1', 1), jobs.watch('job-1', 1)];
    answer(MADE);
    const [first, second] = await Promise.all(watching);
    expect(first).toMatchObject({ revision: 2, state: { phase: 'ended' } });
    expect(second).toBe(first);
  });

  it('answers at once when there is news already', async () => {
    const { jobs } = begun();
    expect(await jobs.watch('job-1', 0)).toBe(jobs.current());
  });

  it('knows no other job', async () => {
    expect(await begun().jobs.watch('job-2', 0)).toBeUndefined();
    expect(await jobHolder(window).watch('job-1', 0)).toBeUndefined();
  });

  it.each(['dismissed', 'followed by another'])('ends when the job is %s', async (what) => {
    const { jobs, services, answer } = begun();
    answer(MADE);
    await jobs.watch('job-1', 1);
    const watching = jobs.watch('job-1', 2);
    if (what === 'dismissed') jobs.dismiss('job-1');
    else jobs.start(request('job-2'), services, LOGIN);
    expect(await watching).toBeUndefined();
  });
});

describe('dismiss', () => {
  it('lets go of a job that has ended', async () => {
    const { jobs, answer } = begun();
    answer(MADE);
    await jobs.watch('job-1', 1);
    jobs.dismiss('job-1');
    expect(jobs.current()).toBeUndefined();
  });

  it.each(['job-1', 'job-2'])('keeps a job that runs: %s', (id) => {
    const { jobs } = begun();
    jobs.dismiss(id);
    expect(jobs.current()?.id).toBe('job-1');
  });
});
