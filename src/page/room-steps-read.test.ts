// A room is read again while WeChat does not know it yet, or still has its old name; never after an error, and not for ever.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobFact, Step } from '../core/job-facts.ts';
import { runSteps } from './room-steps.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
type Done = (reply: unknown) => void;

const fetched = vi.fn<typeof fetch>();
/** For so long a step holds up the next one. */
const LIMIT = 10_000;
/** What the page does to rename the room. */
const renamed = vi.fn<(done: Done) => void>();
/** When WeChat was asked, in milliseconds since the first step. */
let asked: number[] = [];
let facts: JobFact[] = [];

/** A room with a name, as WeChat answers it; without one it is not known yet. */
const room = (NickName?: string): string => {
  const entry = { UserName: '@@room', NickName, MemberCount: 2, MemberList: [{ UserName: '@me' }] };
  return JSON.stringify({ BaseResponse: { Ret: 0 }, ContactList: NickName === undefined ? [] : [entry] });
};
const UNKNOWN = room();
/** WeChat answers these, one after the other, and then the last one always; who asked was told at once. */
async function answered(steps: readonly Step[], first: Answer, ...later: readonly Answer[]): Promise<void> {
  const left = [first, ...later];
  const begun = Date.now();
  fetched.mockImplementation(async () => {
    asked.push(Date.now() - begun);
    const [text, status] = (left.length > 1 ? left.shift() : left[0]) ?? [''];
    if (text === undefined) throw new TypeError('Failed to fetch');
    return new Response(text, { status: status ?? 200 });
  });
  const request = { id: '1', account: '@me', members: [], topic: 'Friday' };
  const told = (news: readonly JobFact[]): void => {
    facts.push(...news);
  };
  runSteps(window, request, { room: '@@room', steps, people: [] }, told, Date.now, () => undefined);
  await vi.advanceTimersByTimeAsync(60_000);
}
type Answer = readonly [text?: string, status?: number];
const lastRead = (): unknown => {
  const end = facts.at(-1);
  return end?.type === 'step-end' ? end.read?.nickName : end;
};

beforeEach(() => {
  fetched.mockReset();
  renamed.mockImplementation((done) => done({ BaseResponse: { Ret: 0 } }));
  [asked, facts] = [[], []];
  vi.stubGlobal('fetch', fetched);
  vi.useFakeTimers();
  const services: Readonly<Record<string, unknown>> = {
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    contactFactory: {},
    chatroomFactory: {
      _update: (_fun: string, _room: string, _value: object, done: Done) => renamed(done),
    },
  };
  const injector = { get: (name: string) => services[name] };
  vi.stubGlobal('angular', { element: () => ({ injector: () => injector }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a room that is not known yet', () => {
  it.each([
    ['at once', [], [0]],
    ['after half a second', [UNKNOWN], [0, 500]],
    ['after a second more', [UNKNOWN, UNKNOWN], [0, 500, 1500]],
    ['after two seconds more', [UNKNOWN, UNKNOWN, UNKNOWN], [0, 500, 1500, 3500]],
  ])('is found %s', async (_when, before, times) => {
    const texts: readonly Answer[] = [...before, room('')].map((text) => [text]);
    const [first = [], ...later] = texts;
    await answered(['check'], first, ...later);
    expect(asked).toEqual(times);
    expect(facts.map(({ type }) => type)).toEqual(['step', 'step-end']);
    expect(lastRead()).toBe('');
  });

  it.each(['check', 'read'] as const)('is given up after four times: %s', async (step) => {
    await answered([step], [UNKNOWN]);
    expect(asked).toEqual([0, 500, 1500, 3500]);
    expect(facts.map(({ type }) => type)).toEqual(['step', 'step-end']);
    expect(facts[1]).toMatchObject({ path: 'raw', status: 200, reply: { BaseResponse: { Ret: 0 } } });
    expect(facts[1]).not.toHaveProperty('read');
  });
});

describe('an error is not asked about again', () => {
  it.each([
    ['a refusal', ['{"BaseResponse":{"Ret":1205}}']],
    ['a closed page', ['<html>404</html>', 404]],
    ['a failing server', ['<html><title>502</title>', 502]],
    ['nothing', ['']],
    ['a cut connection', []],
  ] as const)('%s', async (_what, answer) => {
    await answered(['check'], answer, [room('')]);
    expect(asked).toEqual([0]);
    expect(facts[1]).toMatchObject({ type: 'step-end', path: 'raw' });
    expect(facts[1]).not.toHaveProperty('read');
  });

  it('nor is one that comes the second time', async () => {
    await answered(['check'], [UNKNOWN], ['', 500], [room('')]);
    expect(asked).toEqual([0, 500]);
    expect(facts[1]).toMatchObject({ status: 500 });
  });
});

describe('after a rename', () => {
  it.each(['Old', ''])('the room is read until it carries the new name, not %j', async (old) => {
    await answered(['name', 'read'], [room(old)], [room(old)], [room('Friday')]);
    expect(asked).toEqual([0, 500, 1500]);
    expect(facts.filter(({ type }) => type === 'step-end')).toHaveLength(2);
    expect(lastRead()).toBe('Friday');
  });

  it('the new name is read once', async () => {
    await answered(['check', 'name', 'read'], [room('Old')], [room('Friday')]);
    expect(asked).toEqual([0, 0]);
    expect(lastRead()).toBe('Friday');
  });

  it('a name that WeChat keeps otherwise is told after four readings', async () => {
    await answered(['name', 'read'], [room('Fri')]);
    expect(asked).toEqual([0, 500, 1500, 3500]);
    expect(lastRead()).toBe('Fri');
  });

  it.each(['Tea<span class="emoji emoji1f375"></span>', 'Tea &amp; cake'])(
    'a name that holds markup is taken as it is: %s',
    async (name) => {
      await answered(['name', 'read'], [room(name)], [room('Friday')]);
      expect(asked).toEqual([0]);
      expect(lastRead()).toBe(name);
    },
  );

  it.each([
    ['refused the new name', (done: Done) => done({ BaseResponse: { Ret: 1205 } }), 0],
    ['answered no word to it', (done: Done) => done(''), 0],
    ['did not answer it', () => undefined, LIMIT],
  ])('when WeChat %s the old one is no reason to read again', async (_what, update, at) => {
    renamed.mockImplementation(update);
    await answered(['name', 'read'], [room('Old')], [room('Friday')]);
    expect(asked).toEqual([at]);
    expect(lastRead()).toBe('Old');
  });
});

it('without a rename the name that it had is no reason to read again', async () => {
  await answered(['read'], [room('Old')], [room('Friday')]);
  expect(asked).toEqual([0]);
  expect(lastRead()).toBe('Old');
});
