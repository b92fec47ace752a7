// People are added, or invited where there are too many or WeChat wants it so; whoever may have been asked is not asked again.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { addPeople } from './update-room.ts';

type Done = (reply: unknown) => void;

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const replyOf = (Ret: number) => ({
  BaseResponse: { Ret, ErrMsg: '' },
  ChatRoomName: '',
  BlackList: '',
  MemberList: [],
});
const fetched = vi.fn<typeof fetch>();
const getContact = vi.fn();
const addMember = vi.fn<(room: string, list: string, done: Done) => void>();
const update = vi.fn<(fun: string, room: string, value: object, done: Done) => void>();
const BOTH = { addMember, _update: update };

/** @param inside how many members the room has, as the page knows it */
const pageWith = (inside: number, chatroomFactory: unknown = BOTH): Services => {
  getContact.mockReturnValue({ UserName: '@@room', MemberList: people(inside) });
  const services: Readonly<Record<string, unknown>> = {
    chatroomFactory,
    contactFactory: { getContact },
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
  };
  return { get: (name) => services[name] };
};
const people = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `@${at}`);
const add = (services: Services, names: readonly string[] = ['@a', '@b']): ReturnType<typeof addPeople> =>
  addPeople(window, services, '@@room', names);

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  for (const mock of [fetched, getContact, addMember, update]) mock.mockReset();
  addMember.mockImplementation((_room, _list, done) => done(replyOf(0)));
  update.mockImplementation((_fun, _room, _value, done) => done(replyOf(0)));
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

describe('the way', () => {
  it("is the page's addMember when the page has the room loaded", async () => {
    expect(await add(pageWith(3))).toEqual({ path: 'factory', reply: replyOf(0), fun: 'addmember' });
    expect(addMember).toHaveBeenCalledExactlyOnceWith('@@room', '@a,@b', expect.any(Function));
    expect(update).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
  });

  it('the page is asked for the room without having it ask WeChat', async () => {
    await add(pageWith(3));
    expect(getContact.mock.calls).toEqual([['@@room', '', true]]);
  });

  it.each([
    ['does not know the room', () => undefined],
    ['knows it without members', () => ({ UserName: '@@room', MemberList: [] })],
    ['knows it without a list', () => ({ UserName: '@@room' })],
    [
      'throws',
      () => {
        throw new Error('not now');
      },
    ],
  ])('is _update when the page %s: addMember would throw', async (_what, get) => {
    const services = pageWith(0);
    getContact.mockReset().mockImplementation(get);
    expect(await add(services)).toEqual({ path: 'factory', reply: replyOf(0), fun: 'addmember' });
    expect(addMember).not.toHaveBeenCalled();
    const wanted = ['addmember', '@@room', { addMembers: '@a,@b' }, expect.any(Function)];
    expect(update.mock.calls).toEqual([wanted]);
  });

  it('is _update when there is no addMember', async () => {
    expect(await add(pageWith(3, { _update: update }))).toMatchObject({ path: 'factory', fun: 'addmember' });
    expect(update).toHaveBeenCalledOnce();
  });

  it.each([
    [3, 'addmember', { AddMemberList: '@a,@b' }],
    [38, 'invitemember', { InviteMemberList: '@a,@b' }],
  ])('is one bare request when there is neither: with %d inside %s', async (inside, fun, list) => {
    fetched.mockImplementation(async () => new Response('{"BaseResponse":{"Ret":0}}'));
    expect(await add(pageWith(inside, {}))).toEqual({ path: 'raw', status: 200, reply: replyOf(0), fun });
    expect(fetched).toHaveBeenCalledOnce();
    const [address, init] = fetched.mock.calls[0] ?? [''];
    expect(new URL(String(address)).searchParams.get('fun')).toBe(fun);
    expect(JSON.parse(String(init?.body))).toEqual({ BaseRequest, ChatRoomName: '@@room', ...list });
  });
});

describe('from forty on, the new ones included, people are invited', () => {
  it.each([
    [37, 2, 'addmember', 'addMembers'],
    [38, 1, 'addmember', 'addMembers'],
    [38, 2, 'invitemember', 'inviteMembers'],
    [39, 1, 'invitemember', 'inviteMembers'],
    [0, 39, 'addmember', 'addMembers'],
    [0, 40, 'invitemember', 'inviteMembers'],
    [500, 1, 'invitemember', 'inviteMembers'],
  ])('%d and %d: %s', async (inside, count, fun, name) => {
    expect(await add(pageWith(inside, { _update: update }), people(count))).toMatchObject({ fun });
    const value = { [name]: people(count).join(',') };
    expect(update).toHaveBeenCalledExactlyOnceWith(fun, '@@room', value, expect.any(Function));
  });

  it.each([
    [38, 'addmember'],
    [39, 'invitemember'],
  ])("with %d inside and one more the page's addMember does %s, which is said", async (inside, fun) => {
    expect(await add(pageWith(inside), ['@a'])).toMatchObject({ fun });
    expect(addMember).toHaveBeenCalledOnce();
    expect(update).not.toHaveBeenCalled();
  });
});

describe('when WeChat wants people to be invited (-2012)', () => {
  const MUST = replyOf(-2012);
  const INVITED = ['invitemember', '@@room', { inviteMembers: '@a,@b' }, expect.any(Function)];

  it('they are, once, after addMember', async () => {
    addMember.mockImplementation((_room, _list, done) => done(MUST));
    expect(await add(pageWith(3))).toEqual({ path: 'factory', reply: replyOf(0), fun: 'invitemember' });
    expect(addMember).toHaveBeenCalledOnce();
    expect(update.mock.calls).toEqual([INVITED]);
  });

  it('they are, once, after _update', async () => {
    update.mockImplementationOnce((_fun, _room, _value, done) => done(MUST));
    expect(await add(pageWith(0))).toEqual({ path: 'factory', reply: replyOf(0), fun: 'invitemember' });
    expect(update.mock.calls.map(([fun]) => fun)).toEqual(['addmember', 'invitemember']);
    expect(update.mock.calls[1]).toEqual(INVITED);
  });

  it('they are, once, after the bare request', async () => {
    fetched.mockImplementation(async (address) => {
      const Ret = String(address).includes('fun=addmember') ? -2012 : 0;
      return new Response(JSON.stringify({ BaseResponse: { Ret } }));
    });
    const end = await add(pageWith(3, {}));
    expect(end).toEqual({ path: 'raw', status: 200, reply: replyOf(0), fun: 'invitemember' });
    const asked = fetched.mock.calls.map(([address]) => new URL(String(address)).searchParams.get('fun'));
    expect(asked).toEqual(['addmember', 'invitemember']);
  });

  it('and says it of the invitation too, that is the end', async () => {
    addMember.mockImplementation((_room, _list, done) => done(MUST));
    update.mockImplementation((_fun, _room, _value, done) => done(MUST));
    expect(await add(pageWith(3))).toEqual({ path: 'factory', reply: MUST, fun: 'invitemember' });
    expect(update).toHaveBeenCalledOnce();
  });

  it('of an invitation, they are not invited again', async () => {
    addMember.mockImplementation((_room, _list, done) => done(MUST));
    expect(await add(pageWith(39))).toEqual({ path: 'factory', reply: MUST, fun: 'invitemember' });
    expect(update).not.toHaveBeenCalled();
  });

  it('and the invitation throws, it is not known', async () => {
    addMember.mockImplementation((_room, _list, done) => done(MUST));
    update.mockImplementation(() => {
      throw new Error('after the request');
    });
    expect(await add(pageWith(3))).toEqual({ path: 'factory', fun: 'invitemember' });
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('whatever else is answered, they are not invited', () => {
  it.each([[replyOf(0)], [replyOf(1)], [replyOf(-1)], [replyOf(-2013)], [replyOf(1205)], ['<html>'], ['']])(
    '%j',
    async (reply) => {
      addMember.mockImplementation((_room, _list, done) => done(reply));
      expect(await add(pageWith(3))).toEqual({ path: 'factory', reply, fun: 'addmember' });
      expect(update).not.toHaveBeenCalled();
    },
  );

  it('nor after addMember threw: it may have sent before', async () => {
    addMember.mockImplementation(() => {
      throw new TypeError('after the request');
    });
    expect(await add(pageWith(3))).toEqual({ path: 'factory', fun: 'addmember' });
    expect(update).not.toHaveBeenCalled();
    expect(fetched).not.toHaveBeenCalled();
  });
});
