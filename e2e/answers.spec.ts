// What the popup says about WeChat's answers, and that it asked only once.
import { expect, test } from './support/fixtures.ts';
import { peopleOfOneName } from './support/people.ts';
import type { Answer } from './wechat-web/scenario.ts';

interface Case {
  readonly what: string;
  readonly answer: (userNames: readonly string[]) => Answer;
  readonly heading: string;
  readonly text: RegExp;
  readonly groups: number;
}

const CDATA = '<e><Content><![CDATA[创建群聊失败]]></Content></e>';

const CASES: readonly Case[] = [
  {
    what: '-2013 with a room that everybody is in',
    answer: () => ({ kind: 'made', ret: -2013 }),
    heading: 'Group created',
    text: /2 people are in it with you/,
    groups: 1,
  },
  {
    what: 'Ret 0 with somebody who is no friend any more',
    answer: ([first = '']) => ({ kind: 'made', memberStatus: { [first]: 4 } }),
    heading: 'Group created, but not everyone is in',
    text: /1 of 2 people/,
    groups: 1,
  },
  {
    what: 'Ret 0 without a room',
    answer: () => ({ kind: 'ret', ret: 0, errMsg: CDATA }),
    heading: 'Group not created',
    text: /创建群聊失败/,
    groups: 0,
  },
  {
    what: '404',
    answer: () => ({
      kind: 'http',
      status: 404,
      body: '<html><head><title>404 Not Found</title></head></html>',
    }),
    heading: 'Group not created',
    text: /WeChat has closed group creation/,
    groups: 0,
  },
  {
    what: 'Ret 1 until tomorrow',
    answer: () => ({ kind: 'ret', ret: 1, errMsg: '创建群聊的频率过快，请明日再试。' }),
    heading: 'Group not created',
    text: /until tomorrow/,
    groups: 0,
  },
];

for (const { what, answer, heading, text, groups } of CASES) {
  test(`${what}: “${heading}”`, async ({ web, openWeChat, openPopup }) => {
    await openWeChat();
    const popup = await openPopup();
    const people = [web.backend.person(1), web.backend.person(2)];
    web.setScenario({ create: answer(people.map(({ userName }) => userName)) });
    for (const person of people) await popup.pick(person.plainName);
    await popup.createButton.click();

    await expect(popup.heading(heading)).toBeVisible();
    await expect(popup.page.getByText(text).first()).toBeVisible();
    await expect(popup.members).toHaveCount(2);
    expect(web.backend.groups).toHaveLength(groups);
    expect(web.backend.requestsTo('webwxcreatechatroom')).toHaveLength(1);
  });
}

test('after a refusal, Back keeps the people chosen', async ({ web, openWeChat, openPopup }) => {
  web.setScenario({ create: [{ kind: 'ret', ret: 1205 }, { kind: 'made' }] });
  await openWeChat();
  const popup = await openPopup();
  await popup.pick(web.backend.person(1).plainName);
  await popup.pick(web.backend.person(2).plainName);
  await popup.createButton.click();
  await popup.button('Back').click();
  await expect(popup.selected).toHaveCount(2);
  await popup.createButton.click();
  await expect(popup.heading('You made a group a moment ago')).toBeVisible();
  await popup.button('Create anyway').click();
  await expect(popup.heading('Group created')).toBeVisible();
  expect(web.backend.groups).toHaveLength(1);
});

test('each person is told apart in the report, those out of the group first', async ({
  web,
  openWeChat,
  openPopup,
}) => {
  await openWeChat();
  const popup = await openPopup();
  const people = peopleOfOneName(web).slice(0, 6);
  const memberStatus = Object.fromEntries(people.map(({ userName }, status) => [userName, status]));
  web.setScenario({ create: { kind: 'made', memberStatus } });
  for (const person of people) await popup.pick(person.plainName);
  await popup.createButton.click();
  await expect(popup.heading('Group created, but not everyone is in')).toBeVisible();
  const words = [
    'in the group',
    'does not know this person',
    'did not accept this person',
    'has blocked you',
    'no longer has you as a friend',
    'cannot be put into groups',
  ];
  for (const [status, person] of people.entries()) {
    await expect(popup.members.filter({ hasText: person.plainName })).toContainText(words[status] ?? '');
  }
  await expect(popup.members.last()).toContainText('in the group');
});
