// The agent in the page, asked as the extension asks it: what it answers, and that it answers anything at all.
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { ANSWERS } from '../src/core/page-answers.ts';
import { expect, test } from './support/fixtures.ts';

async function ask(page: Page, name: string, args: string): Promise<unknown> {
  const answer = await page.evaluate(
    ([key, call, text]) => {
      const agent: unknown = Reflect.get(window, Symbol.for(key));
      const method: unknown = Reflect.get(Object(agent), 'call');
      return typeof method === 'function' ? Reflect.apply(method, agent, [call, text]) : undefined;
    },
    ['laqun.agent', name, args] as const,
  );
  return JSON.parse(String(answer));
}

test('tells the groups the account is in', async ({ web, openWeChat, openPopup }) => {
  const page = await openWeChat();
  await expect((await openPopup()).options.first()).toBeVisible();
  const rooms = Object.keys(
    await page.evaluate(() => Object.assign({}, Reflect.get(window, '_contacts'))),
  ).filter((userName) => userName.startsWith('@@'));
  expect(rooms.length).toBeGreaterThan(0);
  const answer = v.parse(
    v.object({ ok: v.literal(true), value: ANSWERS.rooms }),
    await ask(page, 'rooms', '{}'),
  );
  expect(answer.value.map((room) => room.userName).sort()).toEqual(rooms.sort());
  expect(web.backend.violations).toEqual([]);
});

test('answers nonsense with an error, never with a throw', async ({ openWeChat }) => {
  const page = await openWeChat();
  await page.waitForFunction(() => Reflect.get(window, '_contacts') !== undefined);
  for (const [name, args, code] of [
    ['no-such-call', '{}', 'unknown-call'],
    ['__proto__', '{}', 'unknown-call'],
    ['start', 'no json', 'bad-call'],
    ['start', '{"id":5}', 'bad-call'],
    ['watch', '{"id":"nobody","revision":0}', 'no-such-job'],
  ] as const) {
    const answer = await ask(page, name, args);
    expect(answer, name).toEqual({ ok: false, error: { code } });
  }
});

test('asks for no group that makes no sense', async ({ web, openWeChat, openPopup }) => {
  const page = await openWeChat();
  await expect((await openPopup()).options.first()).toBeVisible();
  const account = web.backend.session?.selfUserName ?? '';
  const [a, b] = [web.backend.person(0).userName, web.backend.person(1).userName];
  for (const [members, reason] of [
    [[a], 'too-few-members'],
    [[a, a], 'member-twice'],
    [[a, b, account], 'yourself-as-member'],
    [[a, '@@room'], 'no-person'],
  ] as const) {
    const request = { id: reason, account, members: members.map((userName) => ({ userName, name: '' })) };
    const answer = await ask(page, 'start', JSON.stringify(request));
    expect(answer).toMatchObject({ ok: true, value: { facts: [{ type: 'not-sent', reason }] } });
    await ask(page, 'dismiss', JSON.stringify({ id: reason }));
  }
  expect(web.backend.requestsTo('webwxcreatechatroom')).toEqual([]);
});
