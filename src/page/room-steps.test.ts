// The steps with a group go one after the other, each tells its beginning before it sends, and none of them holds up the rest.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, JobRequest, Step } from '../core/job-facts.ts';
import { runSteps } from './room-steps.ts';

type Done = (reply: unknown) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '', BlackList: '', MemberList: [] };
const ENTRY = { UserName: '@@room', NickName: 'Friday', MemberCount: 2, MemberList: [{ UserName: '@me' }] };
const REQUEST: JobRequest = { id: '1', account: '@me', members: [], topic: 'Friday', greeting: 'Hi <all>' };
/** For so long a step holds up the next one. */
const LIMIT = 10_000;
const fetched = vi.fn<typeof fetch>();
const update = vi.fn<(fun: string, room: string, value: object, done: Done) => void>();
const send = vi.fn<(message: Record<string, unknown>) => void>();
const addMember = vi.fn<(room: string, list: string, done: Done) => void>();
/** What was told and what was sent, in order. */
let log: unknown[] = [];
let facts: JobFact[] = [];
/** What was told as one. */
let tellings: string[][] = [];
/** What the page has of the room. */
let inPage: object | undefined;
let chatFactory: object | undefined;

function run(steps: readonly Step[], people: readonly string[] = []): void {
  const told = (news: readonly JobFact[]): void => {
    const said = news.map((fact) => `${fact.type} ${'step' in fact ? fact.step : ''}`);
    if (said.length > 0) tellings.push(said);
    log.push(...said);
    facts.push(...news);
  };
  const begun = Date.now();
  const clock = (): number => 1000 + Date.now() - begun;
  runSteps(window, REQUEST, { room: '@@room', steps, people }, told, clock, () => log.push('done'));
}

beforeEach(() => {
  for (const mock of [fetched, update, send, addMember]) mock.mockReset();
  [log, facts, tellings, inPage] = [[], [], [], undefined];
  vi.stubGlobal('fetch', fetched);
  vi.useFakeTimers();
  fetched.mockImplementation(async (address) => {
    log.push(new URL(String(address)).pathname.split('/').at(-1));
    return new Response(JSON.stringify({ BaseResponse: { Ret: 0 }, ContactList: [ENTRY] }));
  });
  chatFactory = { createMessage: (wanted: object) => ({ ...wanted }), sendMessage: send };
  update.mockImplementation((fun, _room, _value, done) => {
    log.push(fun);
    done(OK);
  });
  send.mockImplementation((message) => {
    log.push('sendMessage');
    message['MMStatus'] = 2;
  });
  addMember.mockImplementation((_room, _list, done) => {
    log.push('addMember');
    done(OK);
  });
  const services: Readonly<Record<string, unknown>> = {
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    contactFactory: { getContact: () => inPage },
    chatroomFactory: { _update: update, addMember },
  };
  const injector = { get: (name: string) => (name === 'chatFactory' ? chatFactory : services[name]) };
  vi.stubGlobal('angular', { element: () => ({ injector: () => injector }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the steps', () => {
  it('go in the order given, each told before anything is sent, and ended before the next', async () => {
    run(['check', 'name', 'greet', 'read']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(log).toEqual([
      ...['step check', 'webwxbatchgetcontact', 'step-end check'],
      ...['step name', 'modtopic', 'step-end name'],
      ...['step greet', 'sendMessage', 'step-end greet'],
      ...['step read', 'webwxbatchgetcontact', 'done', 'step-end read'],
    ]);
  });

  it('never seem to rest in between: an end and the next beginning are told as one', async () => {
    run(['check', 'name', 'read']);
    await vi.advanceTimersByTimeAsync(10_000);
    const between = [
      ['step-end check', 'step name'],
      ['step-end name', 'step read'],
    ];
    expect(tellings).toEqual([['step check'], ...between, ['step-end read']]);
  });

  it('tell of the room, of the time, and how each ended', async () => {
    run(['name', 'greet', 'read']);
    await vi.advanceTimersByTimeAsync(10_000);
    const read = { nickName: 'Friday', memberCount: 2, isOwn: false, members: [] };
    expect(facts).toEqual([
      { type: 'step', at: 1000, step: 'name', room: '@@room', people: [] },
      { type: 'step-end', at: 1000, since: 1000, step: 'name', room: '@@room', path: 'factory', reply: OK },
      { type: 'step', at: 1000, step: 'greet', room: '@@room', people: [] },
      {
        type: 'step-end',
        at: 1100,
        since: 1000,
        step: 'greet',
        room: '@@room',
        path: 'factory',
        pageSays: 'done',
      },
      { type: 'step', at: 1100, step: 'read', room: '@@room', people: [] },
      {
        ...{ type: 'step-end', at: 1100, since: 1100, step: 'read', room: '@@room' },
        ...{ path: 'raw', reply: OK, status: 200, read },
      },
    ]);
  });

  it('send the name and the greeting that were asked for, once each', async () => {
    run(['name', 'greet']);
    await vi.advanceTimersByTimeAsync(60_000);
    const wanted = ['modtopic', '@@room', { topic: 'Friday' }, expect.any(Function)];
    expect(update.mock.calls).toEqual([wanted]);
    expect(send).toHaveBeenCalledOnce();
    expect(send.mock.calls[0]?.[0]).toMatchObject({ ToUserName: '@@room', MMSendContent: 'Hi <all>' });
  });

  it('that greet do so as the account that asked', async () => {
    chatFactory = undefined;
    run(['greet']);
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual(['step greet', 'webwxsendmsg', 'done', 'step-end greet']);
    expect(JSON.parse(String(fetched.mock.calls[0]?.[1]?.body))).toMatchObject({
      Msg: { FromUserName: '@me', ToUserName: '@@room', Content: 'Hi <all>' },
    });
  });

  it('that invite say whom, and ask first how many are in', async () => {
    inPage = { UserName: '@@room', MemberList: ['@me', '@a'] };
    run(['invite', 'read'], ['@b', '@c']);
    await vi.advanceTimersByTimeAsync(0);
    expect(log.slice(0, 4)).toEqual(['step invite', 'webwxbatchgetcontact', 'addMember', 'step-end invite']);
    expect(addMember).toHaveBeenCalledExactlyOnceWith('@@room', '@b,@c', expect.any(Function));
    expect(facts[0]).toEqual({
      ...{ type: 'step', at: 1000, step: 'invite', room: '@@room', people: [] },
      people: ['@b', '@c'],
    });
    expect(facts[1]).toMatchObject({ type: 'step-end', step: 'invite', reply: OK, fun: 'addmember' });
    expect(facts[2]).toEqual({ type: 'step', at: 1000, step: 'read', room: '@@room', people: ['@b', '@c'] });
  });
});

describe('a step that does not end', () => {
  it('holds up the next one for ten seconds, and its late end is still told', async () => {
    update.mockReset();
    run(['name', 'read']);
    await vi.advanceTimersByTimeAsync(LIMIT - 1);
    expect(log).toEqual(['step name']);
    await vi.advanceTimersByTimeAsync(1);
    expect(log).toEqual(['step name', 'step read', 'webwxbatchgetcontact', 'done', 'step-end read']);
    await vi.advanceTimersByTimeAsync(5000);
    update.mock.calls[0]?.[3](OK);
    await vi.advanceTimersByTimeAsync(0);
    expect(tellings.slice(2)).toEqual([['step-end read'], ['step-end name']]);
    expect(facts.at(-1)).toMatchObject({ at: 1000 + LIMIT + 5000, room: '@@room', reply: OK });
    expect(update).toHaveBeenCalledOnce();
  });

  it('that is the last one is waited for no longer either', async () => {
    update.mockReset();
    run(['name']);
    await vi.advanceTimersByTimeAsync(LIMIT - 1);
    expect(log).toEqual(['step name']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log).toEqual(['step name', 'done']);
  });

  it('and is a greeting was sent once all the same', async () => {
    send.mockReset();
    run(['greet', 'read']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(send).toHaveBeenCalledOnce();
    expect(facts.map(({ type, at }) => [type, at - 1000])).toEqual([
      ['step', 0],
      ['step', LIMIT],
      ['step-end', LIMIT],
      ['step-end', 60_000],
    ]);
  });
});

it('a step that fails in some other way ends without a word, and the next one follows', async () => {
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => {
    throw new Error('not here');
  });
  run(['greet', 'read']);
  await vi.advanceTimersByTimeAsync(0);
  expect(tellings).toEqual([['step greet'], ['step-end greet', 'step read'], ['step-end read']]);
  expect(facts[1]).toEqual({
    ...{ type: 'step-end', at: 1000, since: 1000, step: 'greet', room: '@@room' },
    path: 'factory',
  });
});
