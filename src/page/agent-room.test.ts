// What the agent is asked of a group: steps, of which it takes those it knows, and who is in it.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ANSWERS } from '../core/page-answers.ts';
import { type Agent, createAgent } from './agent.ts';

type Done = (reply: unknown) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0 } };
const ENTRY = {
  UserName: '@@room',
  NickName: 'Us &amp; them',
  MemberCount: 3,
  IsOwner: 1,
  EncryChatRoomId: '@encry_1',
  HeadImgUrl: '/x?skey=@crypt_1',
  MemberList: [
    { UserName: '@me', NickName: 'Me', DisplayName: '' },
    { UserName: '@a', NickName: 'A <span class="emoji emoji1f601"></span>', DisplayName: 'Boss &lt;3' },
    { UserName: '@b', NickName: 7 },
  ],
};
const fetched = vi.fn<typeof fetch>();
const update = vi.fn<(fun: string, room: string, value: object, done: Done) => void>();
const answered = (...ContactList: readonly unknown[]): void => {
  fetched.mockImplementation(async () => new Response(JSON.stringify({ ...OK, ContactList })));
};

function opened(userName = '@me'): Agent {
  const person = (UserName: string): object => ({ UserName, NickName: UserName, ContactFlag: 1 });
  const services: Readonly<Record<string, unknown>> = {
    accountFactory: {
      getUserName: () => userName,
      getSkey: () => '@crypt_1',
      getBaseRequest: () => (userName === '' ? undefined : { BaseRequest }),
    },
    contactFactory: { getAllContacts: () => ({ '@a': person('@a'), '@b': person('@b') }) },
    chatroomFactory: { create: async () => ({ ...OK, ChatRoomName: '@@room' }), _update: update },
  };
  const injector = { get: (name: string) => services[name] };
  vi.stubGlobal('angular', { element: () => ({ injector: () => injector }) });
  return createAgent(window);
}
async function told(agent: Agent, name: string, args: object = {}): Promise<unknown> {
  return JSON.parse(await agent.call(name, JSON.stringify({ now: 1000, ...args })));
}
/** An agent whose job has made a group, and checked it: four facts. */
async function made(): Promise<Agent> {
  const agent = opened();
  const members = ['@a', '@b'].map((userName) => ({ userName, name: userName }));
  await told(agent, 'start', { id: '1', account: '@me', members });
  await told(agent, 'watch', { id: '1', facts: 3 });
  return agent;
}
const run = (agent: Agent, args: object): Promise<unknown> =>
  told(agent, 'runSteps', { id: '1', begun: 1, room: '@@room', steps: ['read'], people: [], ...args });
/** The steps that the job has begun after the check. */
async function begun(agent: Agent): Promise<readonly unknown[]> {
  const { value } = v.parse(
    v.object({ value: ANSWERS.watch }),
    await told(agent, 'watch', { id: '1', facts: 0 }),
  );
  return value.facts.flatMap((fact) => (fact.type === 'step' ? [fact] : [])).slice(1);
}

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] }); // no time passes by the clock
  fetched.mockReset();
  update.mockReset();
  update.mockImplementation((_fun, _room, _value, done) => done(OK));
  answered(ENTRY);
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

describe('runSteps', () => {
  it('answers the job with the first step begun, by the clock of the one who asks', async () => {
    const agent = await made();
    const answer = await run(agent, { steps: ['invite'], people: ['@c', '@d'], now: 7000 });
    const step = { type: 'step', at: 7000, step: 'invite', room: '@@room', people: ['@c', '@d'] };
    expect(answer).toMatchObject({ ok: true, value: { id: '1', facts: { length: 5, 4: step } } });
    await told(agent, 'watch', { id: '1', facts: 5 });
    const value = { addMembers: '@c,@d' };
    expect(update).toHaveBeenCalledExactlyOnceWith('addmember', '@@room', value, expect.any(Function));
  });

  it('takes only the steps that there are', async () => {
    const agent = await made();
    await run(agent, { steps: ['explode', 'read', null, 'constructor', 7, ['invite'], 'READ'] });
    await told(agent, 'watch', { id: '1', facts: 5 });
    expect(await begun(agent)).toMatchObject([{ step: 'read' }]);
  });

  it.each([[['explode', 7]], ['read'], [{ 0: 'read' }], [undefined]])(
    'does nothing for steps that are %j',
    async (steps) => {
      const agent = await made();
      expect(await run(agent, { steps })).toMatchObject({ ok: true, value: { facts: { length: 4 } } });
      expect(await begun(agent)).toEqual([]);
    },
  );

  it('takes only people that are texts', async () => {
    const agent = await made();
    await run(agent, { steps: ['invite'], people: ['@c', 7, null, { userName: '@x' }, '@d', ['@y']] });
    expect(await begun(agent)).toMatchObject([{ step: 'invite', people: ['@c', '@d'] }]);
  });

  it.each([[0], [2], [undefined], ['many']])(
    'does nothing for whoever has seen %j steps begin where one has',
    async (begunThen) => {
      const agent = await made();
      expect(await run(agent, { begun: begunThen })).toMatchObject({
        ok: true,
        value: { facts: { length: 4 } },
      });
      expect(await begun(agent)).toEqual([]);
    },
  );

  it('of a job that is not here is said so', async () => {
    const answer = { ok: false, error: { code: 'no-such-job' } };
    expect(await run(await made(), { id: 'gone' })).toEqual(answer);
    expect(await run(opened(), {})).not.toEqual(answer); // it was kept through the reload
  });
});

describe('readRoom', () => {
  const read = (agent = opened()): Promise<unknown> => told(agent, 'readRoom', { room: '@@room' });

  it('answers the room, and all its members with both their names, yourself too', async () => {
    const answer = await read();
    expect(answer).toEqual({
      ok: true,
      value: {
        nickName: 'Us &amp; them',
        isOwn: true,
        memberCount: 3,
        members: [
          ['@me', 'Me', ''],
          ['@a', 'A <span class="emoji emoji1f601"></span>', 'Boss &lt;3'],
          ['@b', '', ''],
        ],
      },
    });
    expect(v.is(v.object({ ok: v.literal(true), value: ANSWERS.readRoom }), answer)).toBe(true);
    expect(fetched).toHaveBeenCalledOnce();
    expect(JSON.parse(String(fetched.mock.calls[0]?.[1]?.body))).toMatchObject({
      List: [{ UserName: '@@room', ChatRoomId: '' }],
    });
  });

  it.each([
    ['WeChat tells of another room', () => answered({ ...ENTRY, UserName: '@@other' })],
    ['WeChat tells of none', () => answered()],
    ['WeChat tells of nobody in it', () => answered({ ...ENTRY, MemberList: [] })],
    ['WeChat answers a page', () => fetched.mockResolvedValue(new Response('<html>', { status: 404 }))],
    ['the network fails', () => fetched.mockRejectedValue(new TypeError('Failed to fetch'))],
  ])('says that it was not read when %s', async (_what, given) => {
    given();
    expect(await read()).toEqual({ ok: false, error: { code: 'room-not-read' } });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('says that it was not read when nobody is logged in', async () => {
    expect(await read(opened(''))).toEqual({ ok: false, error: { code: 'room-not-read' } });
    expect(fetched).not.toHaveBeenCalled();
  });
});
