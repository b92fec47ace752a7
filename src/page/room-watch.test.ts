// Rooms that have turned up since a group was asked for, with their members: from the contacts, else asked of WeChat.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ContactSource } from './contact-source.ts';
import type { Services } from './injector.ts';
import { newRooms, roomNames } from './room-watch.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const services: Services = {
  get: (name) => (name === 'accountFactory' ? { getBaseRequest: () => ({ BaseRequest }) } : undefined),
};
const room = (UserName: unknown, ...members: readonly string[]): object => ({
  UserName,
  MemberList: members.map((name) => ({ UserName: name })),
});
const sourceOf = (...rooms: readonly unknown[]): ContactSource => ({
  revision: '1',
  size: rooms.length,
  people: () => [],
  rooms: () => rooms,
  find: () => undefined,
});
const fetched = vi.fn<typeof fetch>();
const look = (rooms: readonly unknown[], before: readonly string[] = [], all = services) =>
  newRooms(window, all, sourceOf(...rooms), before, '@me');
const body = (call = 0): unknown => JSON.parse(String(fetched.mock.calls[call]?.[1]?.body));

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a room that the contacts know with its members', () => {
  it('is told without yourself, and WeChat is not asked', async () => {
    expect(await look([room('@@new', '@me', '@a', '@b')])).toEqual([
      { room: '@@new', members: ['@a', '@b'], isOwn: false },
    ]);
    expect(fetched).not.toHaveBeenCalled();
  });

  it.each([
    [1, true],
    ['1', true],
    [0, false],
    [undefined, false],
  ])('is your own when IsOwner is %j: %s', async (IsOwner, isOwn) => {
    expect(await look([{ ...room('@@new', '@a'), IsOwner }])).toMatchObject([{ isOwn }]);
  });

  it('is told without members that have no name', async () => {
    const entry = { UserName: '@@new', MemberList: [{ UserName: '@a' }, {}, null, { UserName: 7 }] };
    expect(await look([entry])).toMatchObject([{ members: ['@a'] }]);
  });
});

describe('not told', () => {
  it('are rooms that were there before, and entries that are no rooms', async () => {
    const entries = [
      room('@@old', '@a'),
      room('@person', '@a'),
      room('filehelper'),
      room(undefined),
      null,
      7,
    ];
    expect(await look(entries, ['@@old'])).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });
});

describe('rooms whose members are not known', () => {
  it('are asked of WeChat, all at once', async () => {
    const ContactList = [{ ...room('@@one', '@me', '@a'), IsOwner: 1 }, room('@@two', '@b')];
    fetched.mockResolvedValue(new Response(JSON.stringify({ ContactList })));
    const seen = await look([room('@@one'), room('@@whole', '@c'), { UserName: '@@two' }]);
    expect(seen).toEqual([
      { room: '@@whole', members: ['@c'], isOwn: false },
      { room: '@@one', members: ['@a'], isOwn: true },
      { room: '@@two', members: ['@b'], isOwn: false },
    ]);
    expect(fetched).toHaveBeenCalledOnce();
    const url = new URL(String(fetched.mock.calls[0]?.[0]));
    expect(url.pathname).toBe('/cgi-bin/mmwebwx-bin/webwxbatchgetcontact');
    expect(url.searchParams.get('type')).toBe('ex');
    expect(body()).toEqual({
      BaseRequest,
      Count: 2,
      List: [
        { UserName: '@@one', ChatRoomId: '' },
        { UserName: '@@two', ChatRoomId: '' },
      ],
    });
  });

  it('are asked for fifty at a time', async () => {
    fetched.mockResolvedValue(new Response('{}'));
    await look(Array.from({ length: 60 }, (_, at) => room(`@@${at}`)));
    expect(body()).toMatchObject({ Count: 50, List: { length: 50 } });
  });

  it('are told of only when they were asked for', async () => {
    const ContactList = [room('@@other', '@a'), null, room('@@new', '@b')];
    fetched.mockResolvedValue(new Response(JSON.stringify({ ContactList })));
    expect(await look([room('@@new')])).toEqual([{ room: '@@new', members: ['@b'], isOwn: false }]);
  });

  it.each([
    ['the network fails', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['WeChat answers a page', () => Promise.resolve(new Response('<html>', { status: 502 }))],
    ['WeChat answers nothing', () => Promise.resolve(new Response(''))],
  ])('are left for the next look when %s', async (_what, answer) => {
    fetched.mockImplementation(answer);
    expect(await look([room('@@new'), room('@@whole', '@c')])).toMatchObject([{ room: '@@whole' }]);
  });

  it('are left when there is no key to ask with', async () => {
    expect(await look([room('@@new')], [], { get: () => undefined })).toEqual([]);
    expect(fetched).not.toHaveBeenCalled();
  });
});

it('all rooms of a source are named', () => {
  expect(roomNames(sourceOf(room('@@one'), room('@@two', '@a')))).toEqual(['@@one', '@@two']);
});
