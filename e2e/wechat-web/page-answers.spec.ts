// What chatroomFactory.create tells its caller about each kind of answer.
import type { Answers } from './scenario.ts';
import { createInPage, expect, openLoggedIn, test } from './test-page.ts';

const cases: readonly (readonly [string, Answers, Record<string, unknown>])[] = [
  [
    'rejects -2013 with the whole body, though the group is made',
    { kind: 'made', ret: -2013 },
    {
      rejected: { BaseResponse: { Ret: -2013 }, ChatRoomName: expect.stringMatching(/^@@/) },
    },
  ],
  [
    'resolves Ret 0 without a room',
    { kind: 'ret', ret: 0, errMsg: 'no' },
    { resolved: { ChatRoomName: '' } },
  ],
  ['rejects every other Ret', { kind: 'ret', ret: 1205 }, { rejected: { BaseResponse: { Ret: 1205 } } }],
  [
    'rejects an HTTP error with its text',
    { kind: 'http', status: 404, body: '<h1>404</h1>' },
    { rejected: '<h1>404</h1>' },
  ],
  ['rejects HTML with 200', { kind: 'http', status: 200, body: '<html>' }, { rejected: '<html>' }],
  ['rejects an empty body with an empty string', { kind: 'body', body: '' }, { rejected: '' }],
  ['rejects half of a reply with an empty string', { kind: 'half', made: true }, { rejected: '' }],
  [
    'rejects a cut after the head with an empty string',
    { kind: 'reset', when: 'after-head' },
    { rejected: '' },
  ],
  [
    'rejects half JSON as text',
    { kind: 'body', body: '{"BaseResponse": {' },
    { rejected: '{"BaseResponse": {' },
  ],
  ['rejects null as text', { kind: 'body', body: 'null' }, { rejected: 'null' }],
  ['rejects an array', { kind: 'body', body: '[]' }, { rejected: [] }],
  [
    'waits for a slow answer',
    { kind: 'slow', ms: 50, answer: { kind: 'ret', ret: -1 } },
    { rejected: { BaseResponse: { Ret: -1 } } },
  ],
];

for (const [what, create, told] of cases) {
  test(`create ${what}`, async ({ wx, web }) => {
    await openLoggedIn(wx);
    web.setScenario({ create });
    expect(await createInPage(wx, web, [0, 1])).toMatchObject(told);
  });
}

test('Chromium sends a cut request again: one create, one success, two groups', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const before = web.backend.groups.length;
  web.setScenario({ create: [{ kind: 'reset', when: 'after-made' }] });
  expect(await createInPage(wx, web, [0, 1])).toMatchObject({ resolved: { BaseResponse: { Ret: 0 } } });
  expect(web.backend.groups.length - before).toBe(2);
  const [first, second] = web.backend.requestsTo('webwxcreatechatroom');
  expect(second?.body).toEqual(first?.body);
});

test('create never settles when the server never answers', async ({ wx, web }) => {
  await openLoggedIn(wx);
  web.setScenario({ create: { kind: 'never', made: true } });
  const before = web.backend.groups.length;
  const created = createInPage(wx, web, [0, 1]).catch(() => 'closed');
  await expect.poll(() => web.backend.groups.length).toBe(before + 1);
  expect(web.backend.requestsTo('webwxcreatechatroom').map((request) => request.status)).toEqual([undefined]);
  await wx.context().close();
  expect(await created).toBe('closed');
});
