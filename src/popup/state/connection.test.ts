// The popup's link to the place where the person is logged in: every stage of it, accounts that change, contacts that grow.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../core/contact.ts';
import type { JobRecord } from '../../core/job-facts.ts';
import type { AccountPlace, Place, PlaceStatus, Places, Result } from '../../core/provider.ts';
import { connect } from './connection.ts';
import { fakeProvider } from './fake-provider.ts';

const tab = (id: number, current = false): Place => ({ id, host: 'wx.qq.com', tab: id, current });
const place = (id: number, userName = `@me${id}`, current = false): AccountPlace => ({
  ...tab(id, current),
  account: { userName, name: userName, key: '' },
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
const status = (userName: string, contacts: Partial<PlaceStatus['contacts']> = {}): PlaceStatus => ({
  account: { userName, name: userName, key: '' },
  isStarting: false,
  contacts: { count: 2, settled: true, revision: '1', ...contacts },
  missing: [],
  job: undefined,
});
const accounts = (first: AccountPlace, ...others: readonly AccountPlace[]): Places => ({
  kind: 'accounts',
  places: [first, ...others],
});

/** A browser with these places, and a popup that looks at it. */
function opened(places: Places) {
  const findPlaces = vi.fn(async () => places);
  const statusOf = vi.fn(
    async (asked: Place): Promise<Result<PlaceStatus>> => ({ ok: true, value: status(`@me${asked.id}`) }),
  );
  const contacts = vi.fn(
    async (
      asked: Place,
      _onFirst: (first: readonly Contact[], total: number) => void,
    ): Promise<Result<readonly Contact[]>> => ({ ok: true, value: [person(`@a${asked.id}`), person('@b')] }),
  );
  const provider = fakeProvider({
    findPlaces,
    status: statusOf,
    contacts,
  });
  const onJob = vi.fn((_place: AccountPlace, _job: JobRecord | undefined) => undefined);
  const connection = connect(provider, onJob);
  return { connection, findPlaces, statusOf, contacts, onJob };
}
/** Lets this much time pass, and all that is answered in it arrive. */
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

describe('a place without an account', () => {
  const error = 'page-not-answering' as const;
  it.each([
    [{ kind: 'none' }, { kind: 'no-place' }],
    [{ kind: 'starting' }, { kind: 'starting' }],
    [
      { kind: 'nobody-logged-in', place: tab(1), missing: ['no-angular'] },
      { kind: 'log-in', place: tab(1), missing: ['no-angular'] },
    ],
    [
      { kind: 'failing', place: tab(1), error },
      { kind: 'failing', place: tab(1), error },
    ],
  ] satisfies readonly (readonly [Places, object])[])('%j is shown as %j', async (places, stage) => {
    const { connection, onJob } = opened(places);
    expect(connection.stage.value).toEqual({ kind: 'starting' });
    await pass();
    expect(connection.stage.value).toEqual(stage);
    expect(connection.hasChoice.value).toBe(false);
    expect(onJob).not.toHaveBeenCalled();
  });

  it('is looked at every second until somebody logs in', async () => {
    const popup = opened({ kind: 'none' });
    await pass(2000);
    expect(popup.findPlaces).toHaveBeenCalledTimes(3);
    popup.findPlaces.mockResolvedValue(accounts(place(1)));
    await pass(1000);
    expect(popup.connection.stage.value).toMatchObject({ kind: 'ready', place: place(1) });
  });

  it('is looked at again also after a look that went wrong', async () => {
    const popup = opened(accounts(place(1)));
    await pass();
    const calls = popup.statusOf.mock.calls.length;
    popup.statusOf.mockResolvedValueOnce({ ok: false, error: 'page-not-answering' });
    await pass(3000);
    expect(popup.statusOf.mock.calls.length).toBeGreaterThan(calls + 1);
    expect(popup.connection.stage.value).toMatchObject({ kind: 'ready' });
  });
});

describe('one account', () => {
  it('is taken, and ready with its contacts', async () => {
    const popup = opened(accounts(place(1)));
    await pass();
    expect(popup.connection.stage.value).toEqual({ kind: 'ready', place: place(1), status: status('@me1') });
    expect(names(popup)).toEqual(['@a1', '@b']);
    expect(popup.connection.list.value.total).toBe(2);
  });

  it('is loading while contacts arrive, with their count', async () => {
    const popup = opened(accounts(place(1)));
    popup.statusOf.mockResolvedValue({ ok: true, value: status('@me1', { count: 0, settled: false }) });
    await pass();
    expect(popup.connection.stage.value).toEqual({ kind: 'loading', place: place(1), count: 0 });
    popup.contacts.mockImplementation(() => new Promise(() => undefined));
    popup.statusOf.mockResolvedValue({ ok: true, value: status('@me1', { count: 7, settled: false }) });
    await pass(1000);
    expect(popup.connection.stage.value).toEqual({ kind: 'loading', place: place(1), count: 7 });
  });

  it('without contacts is ready once no more are expected', async () => {
    const popup = opened(accounts(place(1)));
    popup.statusOf.mockResolvedValue({ ok: true, value: status('@me1', { count: 0 }) });
    await pass();
    expect(popup.connection.stage.value).toMatchObject({ kind: 'ready' });
    expect(popup.contacts).not.toHaveBeenCalled();
  });

  it('tells of its job at each look, also that it has none', async () => {
    const popup = opened(accounts(place(1)));
    await pass();
    const job: JobRecord = { id: 'job-1', account: '@me1', members: [], facts: [] };
    popup.statusOf.mockResolvedValue({ ok: true, value: { ...status('@me1'), job } });
    await pass(1000);
    expect(popup.onJob.mock.calls).toEqual([
      [place(1), undefined],
      [place(1), job],
    ]);
  });

  it('is looked at every second, and others every fourth time', async () => {
    const popup = opened(accounts(place(1)));
    await pass(7000);
    expect(popup.statusOf).toHaveBeenCalledTimes(8);
    expect(popup.findPlaces).toHaveBeenCalledTimes(3);
  });
});

it.each([
  ['logs out', { ...status('@me1'), account: undefined }],
  ['starts anew', { ...status('@me1'), account: undefined, isStarting: true }],
  ['is another one', status('@other')],
])('an account that %s is let go of, with its contacts', async (_what, value) => {
  const popup = opened(accounts(place(1)));
  await pass();
  popup.findPlaces.mockResolvedValue({ kind: 'starting' });
  popup.statusOf.mockResolvedValue({ ok: true, value });
  popup.onJob.mockClear();
  await pass(1000);
  expect(popup.connection.stage.value).toEqual({ kind: 'starting' });
  expect(popup.connection.list.value).toEqual({ contacts: [], total: 0 });
  expect(popup.onJob).not.toHaveBeenCalled();
});

it('another account in the same place is taken in its stead', async () => {
  const popup = opened(accounts(place(1)));
  await pass();
  popup.findPlaces.mockResolvedValue(accounts(place(1, '@other')));
  popup.statusOf.mockResolvedValue({ ok: true, value: status('@other') });
  popup.contacts.mockResolvedValue({ ok: true, value: [person('@z')] });
  await pass(2000);
  expect(popup.connection.stage.value).toMatchObject({ kind: 'ready', place: place(1, '@other') });
  expect(names(popup)).toEqual(['@z']);
});
