// A room is what WeChat tells of it, the page is told too, and of all that only what people may know is noted.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { type Reading, readRoom } from './read-room.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '', BlackList: '', MemberList: [] };
const ENTRY = {
  UserName: '@@room',
  NickName: 'Us &amp; them',
  MemberCount: 4,
  IsOwner: 1,
  EncryChatRoomId: '@encry_1',
  HeadImgUrl: '/cgi-bin/mmwebwx-bin/webwxgetheadimg?seq=0&username=@@room&skey=@crypt_1',
  MemberList: [
    { UserName: '@me', NickName: 'Me' },
    { UserName: '@a', NickName: 'A', HeadImgUrl: '/x?skey=@crypt_1' },
    { UserName: '' },
    { UserName: '@b' },
    {},
    null,
  ],
};
const fetched = vi.fn<typeof fetch>();
const addContact = vi.fn<(contact: Record<string, unknown>) => void>();
const digested = vi.fn();

const pageWith = (given: Readonly<Record<string, unknown>> = {}): Services => {
  const services: Readonly<Record<string, unknown>> = {
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    contactFactory: { addContact },
    $rootScope: { $$phase: null, $digest: digested },
    ...given,
  };
  return { get: (name) => services[name] };
};
const read = (services = pageWith()): Promise<Reading> => readRoom(window, services, '@@room', '@me');
const answered = (...ContactList: readonly unknown[]): void => {
  const body = { BaseResponse: { Ret: 0, ErrMsg: '' }, Count: ContactList.length, ContactList };
  fetched.mockImplementation(async () => new Response(JSON.stringify(body)));
};

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  for (const mock of [fetched, addContact, digested]) mock.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

describe('what is read', () => {
  it('is the name, the size, whose it is, and who is in besides yourself', async () => {
    answered(ENTRY);
    expect((await read()).end).toEqual({
      path: 'raw',
      status: 200,
      reply: OK,
      read: { nickName: 'Us &amp; them', memberCount: 4, isOwn: true, members: ['@a', '@b'] },
    });
    expect(fetched).toHaveBeenCalledOnce();
    expect(JSON.parse(String(fetched.mock.calls[0]?.[1]?.body))).toMatchObject({
      Count: 1,
      List: [{ UserName: '@@room', ChatRoomId: '' }],
    });
  });

  it.each([
    ['a name that is not set', { NickName: '' }, { nickName: '' }],
    ['a name that is missing', { NickName: undefined }, { nickName: '' }],
    ['a size that is a text', { MemberCount: '12' }, { memberCount: 12 }],
    ['a size that is missing', { MemberCount: null }, { memberCount: 0 }],
    ['a group of your own, as a text', { IsOwner: '1' }, { isOwn: true }],
    ["somebody else's group", { IsOwner: 0 }, { isOwn: false }],
    ['a group of nobody', { IsOwner: undefined }, { isOwn: false }],
    ['only yourself', { MemberList: [{ UserName: '@me' }] }, { members: [] }],
  ])('%s', async (_what, fields, expected) => {
    answered({ ...ENTRY, ...fields });
    expect((await read()).end.read).toMatchObject(expected);
  });

  it('is the entry that has members, where the room is told of twice', async () => {
    answered({ ...ENTRY, NickName: 'empty', MemberList: [] }, ENTRY);
    expect((await read()).entry).toEqual(ENTRY);
  });
});

describe('the page', () => {
  it('is handed the whole entry, once, and then told to look', async () => {
    answered(ENTRY);
    await read();
    expect(addContact).toHaveBeenCalledExactlyOnceWith(ENTRY);
    expect(digested).toHaveBeenCalledOnce();
    expect(addContact).toHaveBeenCalledBefore(digested);
  });

  it('gets a copy: what it writes there is not what was read', async () => {
    addContact.mockImplementation((contact) => {
      Object.assign(contact, { NickName: '<img class="emoji">', MemberCount: 0, IsOwner: 0, MemberList: [] });
    });
    answered(ENTRY);
    const { end, entry } = await read();
    expect(addContact.mock.calls[0]?.[0]).not.toBe(entry);
    expect(entry).toEqual(ENTRY);
    expect(end.read).toEqual({
      nickName: 'Us &amp; them',
      memberCount: 4,
      isOwn: true,
      members: ['@a', '@b'],
    });
  });

  it.each([
    ['has no contactFactory', undefined],
    ['has one that takes nothing', {}],
    [
      'throws',
      {
        addContact: () => {
          throw new Error('not now');
        },
      },
    ],
  ])('does not keep the room from being read when it %s', async (_what, contactFactory) => {
    answered(ENTRY);
    expect((await read(pageWith({ contactFactory }))).end.read).toMatchObject({ members: ['@a', '@b'] });
  });
});

describe('nothing is read, and nothing handed to the page, when WeChat answers', () => {
  it.each([
    ['about another room', [{ ...ENTRY, UserName: '@@other' }]],
    ['about no room', []],
    ['a room without members', [{ ...ENTRY, MemberList: [] }]],
    ['a room without a list of members', [{ UserName: '@@room', NickName: 'x', MemberCount: 3 }]],
    ['nonsense', [null, 7, 'x']],
  ])('%s', async (_what, entries) => {
    answered(...entries);
    expect(await read()).toEqual({ end: { path: 'raw', status: 200, reply: OK }, entry: undefined });
    expect(addContact).not.toHaveBeenCalled();
  });

  it.each([
    ['a closed page', 404, '<html>404</html>', '<html>'],
    ['a failing server', 502, '<html><title>502 Bad Gateway</title>', '<html><title>500'],
    ['nothing', 200, '', ''],
    ['nothing, with an error', 500, '', ''],
    [
      'a refusal',
      200,
      '{"BaseResponse":{"Ret":1205,"ErrMsg":"x"},"ContactList":[]}',
      { ...OK, BaseResponse: { Ret: 1205, ErrMsg: 'x' } },
    ],
  ])('%s: it is in the end', async (_what, status, text, reply) => {
    fetched.mockResolvedValue(new Response(text, { status }));
    expect(await read()).toEqual({ end: { path: 'raw', status, reply }, entry: undefined });
    expect(addContact).not.toHaveBeenCalled();
  });
});

it('a network failure ends without a reply, and is not tried again', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await read()).toEqual({ end: { path: 'raw' }, entry: undefined });
  expect(fetched).toHaveBeenCalledOnce();
});

it('without a key nothing is sent, and the end has no path', async () => {
  expect(await read({ get: () => undefined })).toEqual({ end: {}, entry: undefined });
  expect(fetched).not.toHaveBeenCalled();
});

it.each([
  ['a room', JSON.stringify({ ...OK, SKey: '@crypt_1', ContactList: [ENTRY] })],
  ['another room', JSON.stringify({ ...OK, ContactList: [{ ...ENTRY, UserName: '@@other' }] })],
  ['half a body', JSON.stringify({ ContactList: [ENTRY] }).slice(0, -1)],
  ['a page', '<html><a href="/?skey=@crypt_1&room=@encry_1">'],
])('neither a session key nor an EncryChatRoomId is in the end: %s', async (_what, text) => {
  fetched.mockResolvedValue(new Response(text));
  const { end } = await read();
  expect(end).toMatchObject({ path: 'raw', status: 200 });
  expect(JSON.stringify(end)).not.toMatch(/crypt|encry/i);
});
