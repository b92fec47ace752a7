// A message on the page from its making to the server's word: its ids, its state and its text.
import { createInPage, expect, inPage, openLoggedIn, test } from './test-page.ts';

test('the states of a message have the numbers of WeChat Web', async ({ wx }) => {
  await openLoggedIn(wx);
  const states = "['READY', 'SENDING', 'SUCC', 'FAIL'].map((one) => conf['MSG_SEND_STATUS_' + one])";
  expect(await inPage(wx, `((conf) => ${states})(service('confFactory'))`)).toEqual([0, 1, 2, 5]);
});

test('a message has a MsgId at once, and the server’s only when it was sent', async ({ wx, web }) => {
  await openLoggedIn(wx);
  await createInPage(wx, web, [0, 1]);
  const room = web.backend.groups.at(-1)?.userName;
  const written = await inPage(
    wx,
    `window.__standIn.message = service('chatFactory').createMessage({ ToUserName: '${room}', Content: 'a\\nb &amp; c', MsgType: service('confFactory').MSGTYPE_TEXT })`,
  );
  expect(written).toMatchObject({
    MsgId: expect.stringMatching(/^\d+$/),
    MMStatus: 0,
    Content: 'a<br>b &amp; c',
    MMSendContent: 'a\nb & c',
  });
  const ids = '(({ MsgId, LocalID, ClientMsgId }) => new Set([MsgId, LocalID, ClientMsgId]).size)';
  expect(await inPage(wx, `${ids}(window.__standIn.message)`)).toBe(1);
  const then = (call: string): Promise<unknown> =>
    inPage(wx, `(service('chatFactory').${call}(window.__standIn.message), window.__standIn.message)`);
  expect(await then('appendMessage')).toEqual({ ...Object(written), MMStatus: 1 });
  expect(await then('sendMessage')).toEqual({ ...Object(written), MMStatus: 1 });
  const state = '[window.__standIn.message.MMStatus, window.__standIn.message.MsgId]';
  await expect.poll(() => wx.evaluate(state)).toEqual([2, expect.stringMatching(/^8\d{15}$/)]);
  expect(web.backend.groups.at(-1)?.messages).toEqual([{ to: room, content: 'a\nb & c' }]);
  // The same message again is no other message.
  await then('sendMessage');
  await expect.poll(() => wx.evaluate('window.__standIn.message.MMStatus')).toBe(2);
  expect(web.backend.requestsTo('webwxsendmsg')).toHaveLength(2);
  expect(web.backend.groups.at(-1)?.messages).toHaveLength(1);
});

for (const [what, sendMsg] of [
  ['a Ret other than 0', { kind: 'ret', ret: 1205 }],
  ['an HTTP error', { kind: 'http', status: 500, body: '' }],
  ['an answer that is none', { kind: 'body', body: '<html>' }],
] as const) {
  test(`a message that fails with ${what} keeps its own MsgId, and says so`, async ({ wx, web }) => {
    await openLoggedIn(wx);
    web.setScenario({ sendMsg });
    const to = web.backend.person(0).userName;
    await inPage(
      wx,
      `window.__standIn.message = service('chatFactory').createMessage({ ToUserName: '${to}', Content: 'a', MsgType: 1 })`,
    );
    await inPage(wx, "String(service('chatFactory').sendMessage(window.__standIn.message))");
    await expect.poll(() => wx.evaluate('window.__standIn.message.MMStatus')).toBe(5);
    expect(await inPage(wx, '(({ MsgId, LocalID }) => MsgId === LocalID)(window.__standIn.message)')).toBe(
      true,
    );
  });
}

test('a message of two lines is shown as two lines', async ({ wx, web }) => {
  await openLoggedIn(wx);
  const to = web.backend.person(0).userName;
  await inPage(wx, `service('$rootScope').$apply(() => service('$state').go('chat', { userName: '${to}' }))`);
  await wx.getByRole('textbox', { name: '消息' }).fill('一\n二');
  await wx.getByRole('button', { name: '发送' }).click();
  await expect(wx.locator('.messages p')).toHaveText('一\n二', { useInnerText: true });
  await expect.poll(() => web.backend.messages.at(-1)).toEqual({ to, content: '一\n二' });
});
