// A job about a group that exists makes none; and after a reload nothing that a step had begun is taken for done, or done again.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobRequest } from '../core/job-facts.ts';
import { type HeldRecord, jobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';

type Done = (reply: unknown) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0 } };
const ENTRY = { UserName: '@@room', NickName: 'Friday', MemberList: [{ UserName: '@me' }] };
const fetched = vi.fn<typeof fetch>();
const create = vi.fn<(members: unknown) => unknown>();
const update = vi.fn<(fun: string, room: string, value: object, done: Done) => void>();
const send = vi.fn<(message: Record<string, unknown>) => void>();

const request = (besides: Partial<JobRequest>, userNames: readonly string[] = ['@a']): JobRequest => ({
  id: 'job-1',
  account: '@me',
  members: userNames.map((userName) => ({ userName, name: userName })),
  ...besides,
});
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
    rooms: () => [{ UserName: '@@room' }],
    find: (UserName) => (UserName === '@gone' ? undefined : { UserName, ContactFlag: 1 }),
  },
  at: 1000,
};
const later = (ms = 10_000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const types = (job: HeldRecord | undefined): readonly unknown[] | undefined =>
  job?.facts.map((fact) => fact['type']);
const begun = (job: HeldRecord | undefined): readonly unknown[] | undefined =>
  job?.facts.flatMap((fact) => (fact['type'] === 'step' ? [fact['step']] : []));

beforeEach(() => {
  for (const mock of [fetched, create, update, send]) mock.mockReset();
  fetched.mockImplementation(async () => new Response(JSON.stringify({ ...OK, ContactList: [ENTRY] })));
  create.mockResolvedValue({ ...OK, ChatRoomName: '@@new' });
  update.mockImplementation((_fun, _room, _value, done) => done(OK));
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

describe('a job about a group that exists', () => {
  it.each([
    ['people', {}, ['@a'], ['invite', 'read']],
    ['a name', { topic: 'Friday' }, [], ['name', 'read']],
    ['people and a name', { topic: 'Friday' }, ['@a'], ['invite', 'name', 'read']],
    ['a greeting too', { topic: 'x', greeting: 'Hi' }, ['@a'], ['invite', 'name', 'greet', 'read']],
  ])('makes none, and does what is asked of it: %s', async (_what, besides, userNames, steps) => {
    const jobs = jobHolder(window, 1000);
    const job = jobs.start(request({ room: '@@room', ...besides }, userNames), NOW);
    expect(job).toMatchObject({ room: '@@room', facts: [{ type: 'step', step: steps[0], room: '@@room' }] });
    await later();
    expect(begun(jobs.current())).toEqual(steps);
    expect(types(jobs.current())).toEqual(steps.flatMap(() => ['step', 'step-end']));
    expect(create).not.toHaveBeenCalled();
  });

  it('adds the people, and names the group, once, in that group', async () => {
    const jobs = jobHolder(window, 1000);
    const asked = request({ room: '@@room', topic: 'Friday' }, ['@a', '@b']);
    jobs.start(asked, NOW);
    expect(jobs.current()?.facts[0]).toMatchObject({ people: ['@a', '@b'] });
    jobs.start(asked, NOW);
    await later();
    jobs.start(asked, NOW);
    await later();
    expect(update.mock.calls.map(([fun, room, value]) => [fun, room, value])).toEqual([
      ['addmember', '@@room', { addMembers: '@a,@b' }],
      ['modtopic', '@@room', { topic: 'Friday' }],
    ]);
  });

  it.each([
    ['another account', { account: '@other' }, ['@a'], { reason: 'account-changed' }],
    ['yourself', {}, ['@a', '@me'], { reason: 'yourself-as-member' }],
    ['somebody who is no contact', {}, ['@a', '@gone'], { reason: 'stale-contact', gone: ['@gone'] }],
  ])('is refused before anything is sent: %s', async (_what, besides, userNames, why) => {
    const jobs = jobHolder(window, 1000);
    jobs.start(request({ room: '@@room', topic: 'x', ...besides }, userNames), NOW);
    await later();
    expect(jobs.current()?.facts).toEqual([{ type: 'not-sent', at: 1000, ...why }]);
    expect(fetched).not.toHaveBeenCalled();
    expect(update).not.toHaveBeenCalled();
    expect(create).not.toHaveBeenCalled();
  });

  it('tells when by the clock of whoever asked, which goes on', async () => {
    const jobs = jobHolder(window, 1000);
    jobs.start(request({ room: '@@room', greeting: 'Hi' }, []), NOW);
    await later();
    expect(jobs.current()?.facts.map(({ at }) => at)).toEqual([1000, 1100, 1100, 1100]);
  });

  it('waits, as any other, until the one before it is dismissed', async () => {
    const jobs = jobHolder(window, 1000);
    jobs.start(request({ room: '@@room' }), NOW);
    await later();
    expect(jobs.start(request({ id: 'job-2', room: '@@room' }), NOW)).toBeUndefined();
    expect(update).toHaveBeenCalledOnce();
  });
});

describe('after a reload', () => {
  it('a step without an end is cut off, and is not done again by itself', async () => {
    update.mockReset();
    jobHolder(window, 1000).start(request({ room: '@@room', topic: 'Friday' }, []), NOW);
    await later(5000);
    const reloaded = jobHolder(window, 6000);
    expect(reloaded.current()?.facts).toEqual([
      { type: 'step', at: 1000, step: 'name', room: '@@room', people: [] },
      { type: 'restored', at: 6000 },
    ]);
    await later(0);
    expect(update).toHaveBeenCalledOnce();
  });

  it('a step of a made group without an end is cut off too', async () => {
    update.mockReset();
    jobHolder(window, 1000).start(request({ topic: 'Friday' }, ['@a', '@b']), NOW);
    await later(5000);
    const cut = ['sent', 'answered', 'step', 'step-end', 'step', 'restored'];
    expect(types(jobHolder(window, 6000).current())).toEqual(cut);
  });

  it.each([
    ['of a group that exists', { room: '@@room', topic: 'Friday' }],
    ['of a made group', { topic: 'Friday', greeting: 'Hi' }],
  ])('steps that have ended are as they were: %s', async (_what, besides) => {
    const jobs = jobHolder(window, 1000);
    jobs.start(request(besides, ['@a', '@b']), NOW);
    await later();
    expect(types(jobs.current())?.at(-1)).toBe('step-end');
    expect(jobHolder(window, 99_000).current()).toEqual(JSON.parse(JSON.stringify(jobs.current())));
  });

  it('a step that was passed over, and ended late, is as it was', async () => {
    update.mockReset();
    const jobs = jobHolder(window, 1000);
    jobs.start(request({ room: '@@room', topic: 'Friday' }, []), NOW);
    await later(20_000);
    expect(types(jobHolder(window, 21_000).current())).toEqual(['step', 'step', 'step-end', 'restored']);
    update.mock.calls[0]?.[3](OK);
    await later(0);
    const ended = ['step', 'step', 'step-end', 'step-end'];
    expect(types(jobHolder(window, 21_000).current())).toEqual(ended);
  });

  it('the name and the greeting are still known, and a step that is asked for sends them', async () => {
    fetched.mockReset().mockReturnValue(new Promise(() => undefined));
    jobHolder(window, 1000).start(request({ topic: 'Friday', greeting: 'Hi' }, ['@a', '@b']), NOW);
    await later(0);
    const reloaded = jobHolder(window, 6000);
    expect(reloaded.current()).toMatchObject({ topic: 'Friday', greeting: 'Hi' });
    expect(types(reloaded.current())).toEqual(['sent', 'answered', 'step', 'restored']);
    reloaded.run('job-1', 1, { room: '@@room', steps: ['name', 'greet'], people: [] }, 7000);
    await later(1000);
    expect(update.mock.calls.map(([, room, value]) => [room, value])).toEqual([
      ['@@room', { topic: 'Friday' }],
    ]);
    expect(send.mock.calls[0]?.[0]).toMatchObject({ ToUserName: '@@room', MMSendContent: 'Hi' });
  });

  it('the group that a job is about is still known', async () => {
    jobHolder(window, 1000).start(request({ room: '@@room' }), NOW);
    expect(jobHolder(window, 6000).current()).toMatchObject({ room: '@@room' });
  });
});
