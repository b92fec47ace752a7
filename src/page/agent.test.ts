// The agent answers calls in JSON and never throws; what it holds of a job decides what else it does meanwhile.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Agent, createAgent } from './agent.ts';

const HeadImgUrl = '/cgi-bin/mmwebwx-bin/webwxgeticon?seq=1&username=@a&skey=@crypt_1';
const person = (UserName: string): object => ({ UserName, NickName: UserName, ContactFlag: 1, HeadImgUrl });
const MADE = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@one', MemberList: [] };
const fetched = vi.fn<typeof fetch>();

/** A page with an Angular, a login and two contacts, whose factory answers when the test says so. */
function opened() {
  const contacts: Record<string, object> = { '@a': person('@a'), '@b': person('@b') };
  let answer: (reply: unknown) => void = () => undefined;
  const create = vi.fn(() => new Promise((resolve) => (answer = resolve)));
  const services: Readonly<Record<string, unknown>> = {
    accountFactory: {
      getUserName: () => '@me',
      getSkey: () => '@crypt_1',
      getUserInfo: () => ({ NickName: 'Me' }),
      getUin: () => 5,
    },
    contactFactory: { getAllContacts: () => contacts },
    chatroomFactory: { create },
  };
  const injector = { get: (name: string) => services[name] };
  vi.stubGlobal('angular', { element: () => ({ injector: () => injector }) });
  return { agent: createAgent(window), contacts, create, answer: (reply: unknown) => answer(reply) };
}
async function told(agent: Agent, name: string, args: object = {}): Promise<unknown> {
  return JSON.parse(await agent.call(name, JSON.stringify({ now: 1000, ...args })));
}
const request = (id: string, userNames: readonly string[] = ['@a', '@b']) => ({
  id,
  account: '@me',
  members: userNames.map((userName) => ({ userName, name: userName })),
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] }); // no time passes by the clock
  fetched.mockReset();
  fetched.mockImplementation(
    async () => new Response(new Blob([new Uint8Array(3)], { type: 'image/png' }), { status: 200 }),
  );
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

describe('a job', () => {
  it('is started once, watched, found in the status, and let go of', async () => {
    const { agent, create, answer } = opened();
    const sent = { ok: true, value: { ...request('1'), facts: [{ type: 'sent', at: 1000 }] } };
    expect(await told(agent, 'start', request('1'))).toEqual(sent);
    expect(await told(agent, 'start', request('1'))).toEqual(sent);
    expect(await told(agent, 'start', request('2'))).toEqual({ ok: false, error: { code: 'busy' } });
    const watching = told(agent, 'watch', { id: '1', facts: 1 });
    answer(MADE);
    const made = [
      { type: 'sent' },
      { type: 'answered', reply: { ChatRoomName: '@@one' } },
      { type: 'step', step: 'check', room: '@@one' },
    ];
    expect(await watching).toMatchObject({ ok: true, value: { id: '1', facts: made } });
    const ended = { id: '1', facts: [...made, { type: 'step-end', step: 'check', room: '@@one' }] };
    expect(await told(agent, 'watch', { id: '1', facts: 3 })).toMatchObject({ ok: true, value: ended });
    expect(await told(agent, 'status')).toMatchObject({ value: { job: ended } });
    await told(agent, 'dismiss', { id: '1' });
    expect(await told(agent, 'status')).toMatchObject({ value: { job: null } });
    expect(create).toHaveBeenCalledOnce();
  });

  it('finds its room at a look, and none that was there before', async () => {
    const { agent, contacts } = opened();
    contacts['@@old'] = { UserName: '@@old', MemberList: [{ UserName: '@a' }, { UserName: '@b' }] };
    await told(agent, 'start', request('1'));
    expect(await told(agent, 'look', { id: '1' })).toMatchObject({ value: { facts: { length: 1 } } });
    contacts['@@new'] = {
      UserName: '@@new',
      IsOwner: 1,
      MemberList: [{ UserName: '@a' }, { UserName: '@b' }],
    };
    const rooms = [{ room: '@@new', members: ['@a', '@b'], isOwn: true }];
    const seen = { type: 'seen', at: 30_000, rooms };
    expect(await told(agent, 'look', { id: '1', now: 30_000 })).toMatchObject({
      value: { facts: [{ type: 'sent' }, seen] },
    });
  });

  it.each(['watch', 'look', 'checkAgain'])('that is not here is said so: %s', async (name) => {
    const { agent } = opened();
    const answer = { ok: false, error: { code: 'no-such-job' } };
    expect(await told(agent, name, { id: 'gone', facts: 0 })).toEqual(answer);
  });

  it('without an id is a bad call', async () => {
    const { agent, create } = opened();
    expect(await told(agent, 'start', request(''))).toEqual({ ok: false, error: { code: 'bad-call' } });
    expect(create).not.toHaveBeenCalled();
  });
});

describe('pictures', () => {
  const PICTURE = { ok: true, value: expect.stringMatching(/^data:image\/png;base64,/) };
  const picture = (agent: Agent): Promise<unknown> => told(agent, 'avatar', { userName: '@a' });

  it('wait while the group is being asked for, so that it has a connection', async () => {
    const { agent, answer } = opened();
    expect(await picture(agent)).toEqual(PICTURE);
    await told(agent, 'start', request('1'));
    expect(await picture(agent)).toEqual({ ok: true, value: null });
    answer(MADE);
    await told(agent, 'watch', { id: '1', facts: 1 });
    expect(await picture(agent)).toEqual(PICTURE);
  });

  it('do not wait when nothing was sent', async () => {
    const { agent } = opened();
    await told(agent, 'start', request('1', ['@a', '@x']));
    expect(await picture(agent)).toEqual(PICTURE);
  });
});

describe('calls that make no sense', () => {
  it.each([
    ['an unknown call', 'explode', '{}', 'unknown-call'],
    ['a call of the prototype', 'constructor', '{}', 'unknown-call'],
    ['arguments that are no JSON', 'start', '{', 'bad-call'],
    ['arguments that are none', 'start', 'null', 'bad-call'],
  ])('%s', async (_what, name, args, code) => {
    expect(JSON.parse(await opened().agent.call(name, args))).toEqual({ ok: false, error: { code } });
  });
});
