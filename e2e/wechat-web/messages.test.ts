// Messages are kept with the group they went to, and one that is sent again is the same message.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { create, type Got, post } from './test-client.ts';

let web: WeChatWeb;

beforeEach(async () => {
  web = await startWeChatWeb({ contacts: 10 });
  await create(web, [0, 1]);
});
afterEach(() => web.close());

const to = (): string => web.backend.groups[0]?.userName ?? '';
const send = (fields: object): Promise<Got> => {
  const FromUserName = web.backend.session?.selfUserName;
  const ends = { FromUserName, ToUserName: to() };
  const Msg = { Type: 1, Content: 'hello', ...ends, LocalID: '1', ClientMsgId: '1', ...fields };
  return post(web, 'webwxsendmsg', { Msg, Scene: 0 });
};

describe('messages', () => {
  it('are kept with their group', async () => {
    expect((await send({})).ret).toBe(0);
    expect(web.backend.groups[0]?.messages).toEqual([{ to: to(), content: 'hello' }]);
    expect((await send({ FromUserName: to() })).ret).toBe(1);
    expect(web.backend.violations).toHaveLength(1);
  });

  it('with a ClientMsgId used before are answered like the first, and not stored twice', async () => {
    const first = await send({});
    const again = await send({ LocalID: '2', Content: 'hello again' });
    expect(again.json).toEqual(first.json);
    expect((await send({ ClientMsgId: '2' })).json).not.toEqual(first.json);
    expect(web.backend.groups[0]?.messages).toHaveLength(2);
    expect(web.backend.messages).toHaveLength(2);
    expect(web.backend.violations).toEqual([]);
  });

  it('that were refused, or sent in another session, were not sent before', async () => {
    web.setScenario({ sendMsg: [{ kind: 'ret', ret: 1 }] });
    expect((await send({})).ret).toBe(1);
    expect((await send({})).ret).toBe(0);
    expect(web.backend.messages).toHaveLength(1);
    web.backend.relogin();
    expect((await send({})).ret).toBe(0);
    expect(web.backend.messages).toHaveLength(2);
  });

  it('that arrived before the answer was cut are the same message when they come again', async () => {
    web.setScenario({ sendMsg: [{ kind: 'reset', when: 'after-made' }, { kind: 'made' }] });
    await expect(send({})).rejects.toThrow();
    expect((await send({})).json).toMatchObject({
      BaseResponse: { Ret: 0 },
      MsgID: expect.stringMatching(/^8/),
    });
    expect(web.backend.messages).toHaveLength(1);
  });
});
