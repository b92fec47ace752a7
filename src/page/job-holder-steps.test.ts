// What was asked for besides the group is done once it is there, and no step twice: whoever asks, whatever was answered.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobRequest, Step } from '../core/job-facts.ts';
import { type JobHolder, jobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';

type Done = (reply: unknown) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const MADE = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@room' };
const ENTRY = { UserName: '@@room', NickName: 'Friday', MemberList: [{ UserName: '@me' }] };
const KNOWN = { BaseResponse: { Ret: 0 }, ContactList: [ENTRY] };
const EVERYTHING = { topic: 'Friday', greeting: 'Hi' };
/** For so long a step is waited for. */
const LIMIT = 10_000;
const fetched = vi.fn<typeof fetch>();
const create = vi.fn<(members: unknown) => unknown>();
const update = vi.fn<(fun: string, room: string, value: object, done: Done) => void>();
const send = vi.fn<(message: Record<string, unknown>) => void>();
let answer: Done = () => undefined;

const members = ['@a', '@b'].map((userName) => ({ userName, name: userName }));
const request = (besides: Partial<JobRequest> = {}): JobRequest => {
  return { id: 'job-1', account: '@me', members, ...besides };
};
const services: Readonly<Record<string, unknown>> = {
  accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
  chatroomFactory: { create, _update: update },
  chatFactory: { createMessage: (wanted: object) => ({ ...wanted }), sendMessage: send },
};
const NOW: Moment = {
  services: { get: (name) => services[name] },
  login: { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] },
  self: '@me',
  source: {
    revision: '1',
    size: 2,
    people: () => [],
    rooms: () => [],
    find: (UserName) => ({ UserName, ContactFlag: 1 }),
  },
  at: 1000,
};
/** Asks for steps, having seen so many begin. */
const run = (jobs: JobHolder, seen: number, ...steps: readonly Step[]) =>
  jobs.run('job-1', seen, { room: '@@room', steps, people: ['@c'] }, 9000);
const types = (jobs: JobHolder): readonly unknown[] | undefined =>
  jobs.find('job-1')?.facts.map((fact) => fact['type']);
/** The steps that were begun, in order. */
const begun = (jobs: JobHolder): readonly unknown[] | undefined =>
  jobs.find('job-1')?.facts.flatMap((fact) => (fact['type'] === 'step' ? [fact['step']] : []));
const later = (ms = 10_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** A page on which a job was started, and answered. */
async function answered(reply: unknown, besides: Partial<JobRequest> = {}): Promise<JobHolder> {
  const jobs = jobHolder(window, 1000);
  jobs.start(request(besides), NOW);
  answer(reply);
  await later();
  return jobs;
}

beforeEach(() => {
  for (const mock of [fetched, create, update, send]) mock.mockReset();
  fetched.mockImplementation(async () => new Response(JSON.stringify(KNOWN)));
  create.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
  update.mockImplementation((_fun, _room, _value, done) => done({ BaseResponse: { Ret: 0 } }));
  send.mockImplementation((message) => Object.assign(message, { MMStatus: 2 }));
  vi.stubGlobal('fetch', fetched);
  const injector = { get: (name: string) => services[name] };
  vi.stubGlobal('angular', { element: () => ({ injector: () => injector }) });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

describe('once the group is made', () => {
  it.each([
    ['nothing else', {}, ['check']],
    ['a name', { topic: 'Friday' }, ['check', 'name', 'read']],
    ['a greeting', { greeting: 'Hi' }, ['check', 'greet']],
    ['both', EVERYTHING, ['check', 'name', 'greet', 'read']],
  ])('with %s asked for: each step ends before the next begins', async (_what, besides, steps) => {
    const jobs = await answered(MADE, besides);
    expect(begun(jobs)).toEqual(steps);
    expect(types(jobs)).toEqual(['sent', 'answered', ...steps.flatMap(() => ['step', 'step-end'])]);
    const about = jobs.find('job-1')?.facts.slice(2);
    expect(new Set(about?.map((fact) => fact['room']))).toEqual(new Set(['@@room']));
  });

  it('the name and the greeting are those that were asked for, sent once', async () => {
    await answered(MADE, EVERYTHING);
    const named = ['modtopic', '@@room', { topic: 'Friday' }, expect.any(Function)];
    expect(update.mock.calls).toEqual([named]);
    expect(send).toHaveBeenCalledOnce();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ ToUserName: '@@room', MMSendContent: 'Hi' });
  });

  it('also when only some could be added (-2013)', async () => {
    expect(begun(await answered({ ...MADE, BaseResponse: { Ret: -2013 } }))).toEqual(['check']);
  });

  it.each([
    ['a refusal', { BaseResponse: { Ret: 1205 }, ChatRoomName: '' }],
    ['a refusal that names a room', { BaseResponse: { Ret: 1205 }, ChatRoomName: '@@odd' }],
    ['a yes without a room', { BaseResponse: { Ret: 0 }, ChatRoomName: '' }],
    ['nothing', ''],
    ['a page', '<html>'],
    ['no reply of WeChat', {}],
  ])('and not after %s', async (_what, reply) => {
    expect(types(await answered(reply, EVERYTHING))).toEqual(['sent', 'answered']);
  });

  it('and not when nobody knows', async () => {
    create.mockReturnValue(undefined);
    expect(types(await answered(MADE))).toEqual(['sent', 'doubtful']);
  });

  it('and not again when steps were done with it while the answer was late', async () => {
    const jobs = jobHolder(window, 1000);
    jobs.start(request(EVERYTHING), NOW);
    run(jobs, 0, 'check', 'name', 'greet');
    await later();
    answer(MADE);
    await later();
    expect(begun(jobs)).toEqual(['check', 'name', 'greet']);
    expect(types(jobs)?.at(-1)).toBe('answered');
    expect(send).toHaveBeenCalledOnce();
  });
});

describe('run', () => {
  it('does steps with the group, and keeps them', async () => {
    const jobs = await answered(MADE);
    const told = run(jobs, 1, 'invite', 'read');
    const invited = { type: 'step', at: 9000, step: 'invite', room: '@@room', people: ['@c'] };
    expect(told?.facts.slice(4)).toEqual([invited]);
    await later();
    expect(begun(jobs)).toEqual(['check', 'invite', 'read']);
    const value = { addMembers: '@c' };
    expect(update).toHaveBeenCalledExactlyOnceWith('addmember', '@@room', value, expect.any(Function));
    expect(jobHolder(window, 9000).find('job-1')?.facts).toHaveLength(8);
  });

  it.each([-1, 0, 2, 4])('does nothing for whoever has seen %d steps begin where one has', async (seen) => {
    const jobs = await answered(MADE);
    expect(run(jobs, seen, 'greet')?.facts).toHaveLength(4);
    await later();
    expect(send).not.toHaveBeenCalled();
  });

  it('does it though something else has happened since', async () => {
    const jobs = await answered(MADE);
    jobs.happened('job-1', { type: 'twin-left', at: 8000, room: '@@twin' });
    run(jobs, 1, 'greet');
    expect(begun(jobs)).toEqual(['check', 'greet']);
  });

  it('does nothing for a job that is not here', async () => {
    const jobs = await answered(MADE);
    const asked = { room: '@@room', steps: ['greet'] as const, people: [] };
    for (const seen of [0, 1]) expect(jobs.run('job-2', seen, asked, 9000)).toBeUndefined();
    await later();
    expect(send).not.toHaveBeenCalled();
  });

  it('does nothing while steps are under way, and does it once they are over', async () => {
    const jobs = await answered(MADE);
    update.mockReset();
    run(jobs, 1, 'invite');
    await later(LIMIT - 1000);
    expect(run(jobs, 2, 'greet')?.facts).toHaveLength(5);
    await later(999);
    run(jobs, 2, 'greet');
    expect(begun(jobs)).toEqual(['check', 'invite']);
    await later(1);
    run(jobs, 2, 'greet');
    expect(begun(jobs)).toEqual(['check', 'invite', 'greet']);
  });

  it('for two who ask at once does it once', async () => {
    const jobs = await answered(MADE);
    const first = run(jobs, 1, 'greet');
    expect(run(jobs, 1, 'greet')).toEqual(first);
    await later();
    run(jobs, 1, 'greet');
    await later();
    expect(send).toHaveBeenCalledOnce();
  });
});
