// Every scripted answer is given as it was written, and the group exists exactly when it says so.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Answers } from './scenario.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { ask, create, type Got, post } from './test-client.ts';

let web: WeChatWeb;
let before = 0;

beforeAll(async () => {
  web = await startWeChatWeb();
});
beforeEach(() => {
  before = web.backend.groups.length;
});
afterAll(() => web.close());

const made = (): number => web.backend.groups.length - before;
const createAnswered = (answers: Answers, indexes: readonly number[] = [0, 1, 2]): Promise<Got> => {
  web.setScenario({ create: answers });
  return create(web, indexes);
};

describe('made', () => {
  it('with -2013 has the room, and tells who is not in it', async () => {
    const got = await createAnswered({ kind: 'made', ret: -2013, memberStatus: { 1: 4 }, blackList: 'x' });
    const room = web.backend.groups.at(-1);
    expect(made()).toBe(1);
    expect(got.json).toMatchObject({
      BaseResponse: { Ret: -2013 },
      ChatRoomName: room?.userName,
      BlackList: 'x',
    });
    expect(got.json).toMatchObject({
      MemberList: [{ MemberStatus: 0 }, { MemberStatus: 4 }, { MemberStatus: 0 }],
    });
    expect(room?.members).toEqual([0, 2].map((index) => web.backend.person(index).userName));
    expect(room?.asked).toHaveLength(3);
  });

  it('takes statuses by UserName too, and makes nothing when nobody can be in', async () => {
    const names = [0, 1].map((index) => web.backend.person(index).userName);
    const memberStatus = Object.fromEntries(names.map((name) => [name, 5]));
    const got = await createAnswered({ kind: 'made', memberStatus }, [0, 1]);
    expect(got.json).toMatchObject({ BaseResponse: { Ret: 0 }, ChatRoomName: '' });
    expect(got.text).toContain('创建群聊失败');
    expect(made()).toBe(0);
  });

  it('leaves out a person who was removed since', async () => {
    const gone = web.backend.person(9);
    web.backend.removeContact(gone.userName);
    const got = await createAnswered({ kind: 'made' }, [0, 1, 9]);
    expect(got.json).toMatchObject({ MemberList: [{}, {}, { UserName: gone.userName, MemberStatus: 4 }] });
    expect(web.backend.groups.at(-1)?.members).not.toContain(gone.userName);
    expect(web.backend.violations).toEqual([]);
  });
});

describe('not made', () => {
  it('ret', async () => {
    const got = await createAnswered({ kind: 'ret', ret: 1, errMsg: '操作太频繁，请稍后再试。' });
    expect(got.json).toMatchObject({
      BaseResponse: { Ret: 1, ErrMsg: '操作太频繁，请稍后再试。' },
      ChatRoomName: '',
    });
    expect(made()).toBe(0);
  });

  it('http', async () => {
    const got = await createAnswered({ kind: 'http', status: 404, body: '<h1>404</h1>' });
    expect([got.status, got.text, got.type]).toEqual([404, '<h1>404</h1>', 'text/html; charset=UTF-8']);
    expect(made()).toBe(0);
  });

  it('never', async () => {
    const waiting = createAnswered({ kind: 'never', made: false });
    const first = await Promise.race([waiting.catch(() => 'cut'), post(web, 'webwxstatusnotify', notify())]);
    expect(first).toMatchObject({ ret: 0 });
    expect(made()).toBe(0);
    waiting.catch(() => undefined);
  });

  const notify = (): object => ({ Code: 3, FromUserName: '', ToUserName: '' });
});

describe('unclear', () => {
  it.each(['', 'null', '42', '[]', '{"BaseResponse": {"Ret"'])('body %j', async (body) => {
    expect((await createAnswered({ kind: 'body', body })).text).toBe(body);
    expect(made()).toBe(0);
    expect((await createAnswered({ kind: 'body', body, made: true })).text).toBe(body);
    expect(made()).toBe(1);
  });

  it.each([
    ['before', 0],
    ['after-made', 1],
    ['after-head', 1],
  ] as const)('reset %s', async (when, groups) => {
    await expect(createAnswered({ kind: 'reset', when })).rejects.toThrow();
    expect(made()).toBe(groups);
  });

  it.each([true, false])('half, made: %s', async (isMade) => {
    await expect(createAnswered({ kind: 'half', made: isMade })).rejects.toThrow();
    expect(made()).toBe(isMade ? 1 : 0);
  });

  it('http with the group made all the same', async () => {
    expect((await createAnswered({ kind: 'http', status: 502, body: '', made: true })).status).toBe(502);
    expect(made()).toBe(1);
  });
});

describe('in turn', () => {
  it('uses a list up one per request, and then answers properly', async () => {
    const answers: Answers = [
      { kind: 'ret', ret: 1205 },
      { kind: 'slow', ms: 20, answer: { kind: 'ret', ret: -23 } },
    ];
    expect((await createAnswered(answers)).ret).toBe(1205);
    expect((await create(web, [0, 1])).ret).toBe(-23);
    expect((await create(web, [0, 1])).ret).toBe(0);
    expect(made()).toBe(1);
  });

  it('answers the repetition of a cut request, DeviceID and all', async () => {
    web.setScenario({ create: [{ kind: 'reset', when: 'after-made' }] });
    await expect(create(web, [3, 4])).rejects.toThrow();
    const { path, query, body } = web.backend.requestsTo('webwxcreatechatroom').at(-1) ?? {
      path: '',
      query: {},
    };
    const repeat = { path: `${path}?${new URLSearchParams(query)}`, body: JSON.stringify(body) };
    expect((await post(web, '', {}, repeat)).ret).toBe(0);
    expect(made()).toBe(2);
    expect((await post(web, '', {}, repeat)).ret).toBe(0);
    expect(web.backend.violations).toEqual([]);
  });

  it('scripts the other calls too', async () => {
    web.setScenario({ create: { kind: 'made' }, updateChatroom: [{ kind: 'http', status: 500, body: '' }] });
    await create(web, [0, 1]);
    const ChatRoomName = web.backend.groups.at(-1)?.userName;
    const rename = { ChatRoomName, NewTopic: 'A & B' };
    expect((await post(web, 'webwxupdatechatroom?fun=modtopic', rename)).status).toBe(500);
    expect(web.backend.groups.at(-1)?.topic).toBe('');
    expect((await post(web, 'webwxupdatechatroom?fun=modtopic', rename)).ret).toBe(0);
    expect(web.backend.groups.at(-1)?.topic).toBe('A & B');
    const batch = { Count: 1, List: [{ UserName: ChatRoomName, ChatRoomId: '' }] };
    const got = await post(web, 'webwxbatchgetcontact?type=ex&r=1', batch);
    expect(got.json).toMatchObject({ ContactList: [{ NickName: 'A &amp; B', MemberCount: 3, IsOwner: 1 }] });
  });

  it('gives an unknown path a 404', async () => {
    expect((await ask(web, { path: '/cgi-bin/mmwebwx-bin/webwxother' })).status).toBe(404);
  });
});
