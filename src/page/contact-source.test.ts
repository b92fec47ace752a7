// Contacts come from the page's own service, else from its data, else from WeChat directly; its shared list is left alone.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Login } from './account.ts';
import { type ContactSource, contactSource } from './contact-source.ts';
import type { Services } from './injector.ts';

const ANNA = { UserName: '@anna' };
const BELA = { UserName: '@bela' };
const ROOM = { UserName: '@@room' };
const ALL = { '@anna': ANNA, '@bela': BELA, '@@room': ROOM };

const LOGIN: Login = { state: 'in', userName: '@me', nickName: 'Me', headImgUrl: '', missing: [] };
const rawLogin = (complete: boolean): Login => ({
  ...LOGIN,
  raw: { user: undefined, entries: [ANNA, ROOM], complete },
});
const source = (factory: unknown, login: Login = LOGIN): ContactSource => {
  const services: Services = { get: (name) => (name === 'contactFactory' ? factory : undefined) };
  return contactSource(window, services, login);
};
const throws = (): never => {
  throw new Error('not now');
};

afterEach(() => vi.unstubAllGlobals());

describe("the page's service", () => {
  it('is asked for a list of our own, without brands, and never for the one it shares', () => {
    const shared = [{ text: 'A', type: 'header' }];
    const own = [ANNA];
    const getAllFriendContact = vi.fn((options?: { isNewArray?: boolean }) =>
      options?.isNewArray ? own : shared,
    );
    const contacts = source({ getAllContacts: () => ALL, getAllFriendContact });
    expect(contacts.people()).toBe(own);
    contacts.rooms();
    contacts.find('@anna');
    expect(getAllFriendContact.mock.calls).toEqual([[{ isNewArray: true, isWithoutBrand: true }]]);
  });

  it('is not asked for lists until they are wanted', () => {
    const getAllFriendContact = vi.fn();
    const getAllChatroomContact = vi.fn();
    const contacts = source({ getAllContacts: () => ALL, getAllFriendContact, getAllChatroomContact });
    expect([contacts.revision, contacts.size]).toEqual(['undefined:3', 3]);
    expect(getAllFriendContact).not.toHaveBeenCalled();
    expect(getAllChatroomContact).not.toHaveBeenCalled();
  });

  it('tells the rooms, and finds anybody by userName', () => {
    const contacts = source({ getAllContacts: () => ALL, getAllChatroomContact: () => [ROOM] });
    expect(contacts.rooms()).toEqual([ROOM]);
    expect(contacts.find('@bela')).toBe(BELA);
    expect(contacts.find('@nobody')).toBeUndefined();
  });

  it.each([
    ['has no such methods', {}],
    ['throws', { getAllFriendContact: throws, getAllChatroomContact: throws }],
    ['gives no lists', { getAllFriendContact: () => ALL, getAllChatroomContact: () => null }],
  ])('is replaced by its map when it %s', (_what, methods) => {
    const contacts = source({ getAllContacts: () => ALL, ...methods });
    expect(contacts.people()).toEqual([ANNA, BELA, ROOM]);
    expect(contacts.rooms()).toEqual([ROOM]);
  });

  it('cannot tell whether more will come', () => {
    expect(source({ getAllContacts: () => ALL }).complete).toBeUndefined();
  });
});

describe('the revision changes', () => {
  const revision = (contactChangeFlag: unknown, all: object): string =>
    source({ contactChangeFlag, getAllContacts: () => all }).revision;

  it('with a change of a contact, and with the count', () => {
    const revisions = [revision(1, ALL), revision(2, ALL), revision(2, { '@anna': ANNA })];
    expect(new Set(revisions).size).toBe(3);
  });

  it('with nothing else', () => {
    expect(revision(1, { ...ALL })).toBe(revision(1, ALL));
  });
});

describe('without the service', () => {
  it.each([
    ['there is none', undefined],
    ['it has no contacts', {}],
    ['it throws', { getAllContacts: throws }],
  ])("the page's data is read: %s", (_what, factory) => {
    vi.stubGlobal('_contacts', ALL);
    const contacts = source(factory, rawLogin(true));
    expect(contacts.people()).toEqual([ANNA, BELA, ROOM]);
    expect(contacts.rooms()).toEqual([ROOM]);
    expect(contacts.find('@anna')).toBe(ANNA);
  });

  it.each([true, false])('and without its data, what WeChat answered directly, complete: %s', (complete) => {
    const contacts = source(undefined, rawLogin(complete));
    expect(contacts).toMatchObject({ size: 2, revision: 'raw:2', complete });
    expect(contacts.people()).toEqual([ANNA, ROOM]);
    expect(contacts.rooms()).toEqual([ROOM]);
    expect(contacts.find('@anna')).toBe(ANNA);
    expect(contacts.find('@nobody')).toBeUndefined();
  });

  it.each([
    ['logged in', LOGIN],
    ['logged out', { state: 'out', missing: [] } satisfies Login],
  ])('and without any of them there is nobody: %s', (_what, login) => {
    const contacts = source(undefined, login);
    expect(contacts).toMatchObject({ size: 0, revision: 'none' });
    expect([contacts.people(), contacts.rooms(), contacts.find('@anna')]).toEqual([[], [], undefined]);
  });
});

it('nobody is told of after a logout, whatever the page still has', () => {
  expect(source({ getAllContacts: () => ALL }, { state: 'out', missing: [] }).people()).toEqual([]);
});
