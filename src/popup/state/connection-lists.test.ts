// Contacts are read again when they change, and never those of an account that the person has left; the choice between accounts.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../core/contact.ts';
import type { AccountPlace, Place, PlaceStatus, Places, Result } from '../../core/provider.ts';
import { connect } from './connection.ts';
import { fakeProvider } from './fake-provider.ts';

const place = (id: number, current = false): AccountPlace => ({
  id,
  host: 'wx.qq.com',
  tab: id,
  current,
  account: { userName: `@me${id}`, name: `Me ${id}`, key: '' },
});
const person = (userName: string): Contact => ({
  userName,
  name: userName,
  detail: '',
  remark: '',
  nickName: userName,
  alias: '',
  pinyin: ['', ''],
  starred: false,
});
type List = Result<readonly Contact[]>;
const listOf = (...userNames: readonly string[]): List => ({ ok: true, value: userNames.map(person) });

/** A browser with these accounts, whose lists arrive when the test says so. */
function opened(first: AccountPlace, ...others: readonly AccountPlace[]) {
  const page = { revision: '1' };
  const reads: {
    readonly id: number;
    readonly first: (contacts: readonly Contact[], total: number) => void;
    readonly whole: (list: List) => void;
  }[] = [];
  const status = async ({ id }: Place): Promise<Result<PlaceStatus>> => ({
    ok: true,
    value: {
      account: { userName: `@me${id}`, name: `Me ${id}`, key: '' },
      isStarting: false,
      contacts: { count: 2, settled: true, revision: page.revision },
      missing: [],
      job: undefined,
    },
  });
  const findPlaces = vi.fn(async (): Promise<Places> => ({ kind: 'accounts', places: [first, ...others] }));
  const provider = fakeProvider({
    findPlaces,
    status,
    contacts: ({ id }, onFirst) => new Promise((whole) => reads.push({ id, first: onFirst, whole })),
  });
  return { connection: connect(provider, () => undefined), reads, page, findPlaces };
}
const pass = async (ms = 0): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};
const names = ({ connection }: ReturnType<typeof opened>): readonly string[] =>
  connection.list.value.contacts.map(({ userName }) => userName);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.clearAllTimers();
  vi.useRealTimers();
});

describe('contacts', () => {
  it('are shown from the first part on', async () => {
    const popup = opened(place(1));
    await pass();
    popup.reads[0]?.first([person('@a')], 9);
    expect(popup.connection.list.value).toEqual({ contacts: [person('@a')], total: 9 });
    expect(popup.connection.stage.value.kind).toBe('ready');
    popup.reads[0]?.whole(listOf('@a', '@b'));
    await pass();
    expect(popup.connection.list.value.total).toBe(2);
  });

  it('are read once for as long as nothing changes', async () => {
    const popup = opened(place(1));
    await pass();
    popup.reads[0]?.whole(listOf('@a'));
    await pass(9000);
    expect(popup.reads).toHaveLength(1);
  });

  it('are read again when they have changed, and stay until the new ones are whole', async () => {
    const popup = opened(place(1));
    await pass();
    popup.reads[0]?.whole(listOf('@a', '@b'));
    popup.page.revision = '2';
    await pass(1000);
    expect(popup.reads).toHaveLength(2);
    popup.reads[1]?.first([person('@c')], 3);
    expect(names(popup)).toEqual(['@a', '@b']);
    popup.reads[1]?.whole(listOf('@c', '@a', '@b'));
    await pass();
    expect(names(popup)).toEqual(['@c', '@a', '@b']);
  });

  it('that could not be read are read again at the next look', async () => {
    const popup = opened(place(1));
    await pass();
    popup.reads[0]?.whole({ ok: false, error: 'page-not-answering' });
    await pass(1000);
    popup.reads[1]?.whole(listOf('@a'));
    await pass();
    expect(names(popup)).toEqual(['@a']);
  });
});

describe('several accounts', () => {
  it('are for the person to choose from when none is in front', async () => {
    const popup = opened(place(1), place(2));
    await pass();
    expect(popup.connection.stage.value).toEqual({ kind: 'choose', places: [place(1), place(2)] });
    expect(popup.connection.hasChoice.value).toBe(true);
    popup.connection.choose(place(2));
    expect(popup.connection.stage.value).toEqual({ kind: 'starting' });
    await pass();
    popup.reads[0]?.whole(listOf('@a'));
    await pass();
    expect(popup.connection.stage.value).toMatchObject({ kind: 'ready', place: place(2) });
  });

  it('give way to the one in the tab in front', async () => {
    const popup = opened(place(1), place(2, true));
    await pass();
    popup.reads[0]?.whole(listOf('@a'));
    await pass();
    expect(popup.connection.stage.value).toMatchObject({ place: { id: 2 } });
  });

  it('can be chosen from again, and then none is taken without asking', async () => {
    const popup = opened(place(1), place(2, true));
    await pass();
    popup.reads[0]?.whole(listOf('@a'));
    await pass();
    popup.connection.chooseAgain();
    expect(popup.connection.stage.value.kind).toBe('choose');
    await pass(9000);
    expect(popup.connection.stage.value.kind).toBe('choose');
    popup.connection.choose(place(1));
    await pass();
    popup.reads[1]?.whole(listOf('@b'));
    await pass();
    expect(popup.connection.stage.value).toMatchObject({ kind: 'ready', place: { id: 1 } });
    expect(names(popup)).toEqual(['@b']);
  });

  it('do not mix: contacts of the one left that come late are not shown', async () => {
    const popup = opened(place(1), place(2));
    await pass();
    popup.connection.choose(place(1));
    await pass();
    popup.connection.choose(place(2));
    popup.reads[0]?.first([person('@of-one')], 5);
    popup.reads[0]?.whole(listOf('@of-one'));
    await pass();
    expect(names(popup)).toEqual([]);
    popup.reads.find(({ id }) => id === 2)?.whole(listOf('@of-two'));
    await pass();
    expect(names(popup)).toEqual(['@of-two']);
  });

  it('are no choice any more when one is left', async () => {
    const popup = opened(place(1), place(2));
    await pass();
    popup.findPlaces.mockResolvedValue({ kind: 'accounts', places: [place(2)] });
    await pass(1000);
    expect(popup.connection.hasChoice.value).toBe(false);
    expect(popup.reads.map(({ id }) => id)).toEqual([2]);
  });
});
