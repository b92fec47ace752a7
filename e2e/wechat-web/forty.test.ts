// From forty members on people are invited: into a new group as well as into one that is there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from './scenario.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { create, type Got, post } from './test-client.ts';

let web: WeChatWeb;

beforeEach(async () => {
  web = await startWeChatWeb({ contacts: 50 });
});
afterEach(() => web.close());

const userNames = (from: number, to: number): readonly string[] =>
  web.backend.people.slice(from, to).map((one) => one.userName);
const createOf = (count: number, answer: Answer = { kind: 'made' }): Promise<Got> => {
  web.setScenario({ create: answer });
  return create(web, [...Array(count).keys()]);
};

describe('a new group', () => {
  it('of forty with yourself has them all', async () => {
    expect((await createOf(39)).ret).toBe(0);
    expect(web.backend.groups[0]?.members).toEqual(userNames(0, 39));
    expect(web.backend.groups[0]?.invited).toEqual([]);
  });

  it('of more has the first 39, and the others are invited', async () => {
    const got = await createOf(42);
    const [group] = web.backend.groups;
    expect(group?.members).toEqual(userNames(0, 39));
    expect(group?.invited).toEqual(userNames(39, 42));
    expect(group?.asked).toHaveLength(42);
    expect(got.json).toMatchObject({
      BaseResponse: { Ret: -2013 },
      ChatRoomName: group?.userName,
      MemberCount: 42,
      MemberList: Array(42).fill({ MemberStatus: 0 }),
    });
    web.backend.acceptInvitations(group?.userName ?? '');
    expect(web.backend.groups[0]?.members).toEqual(userNames(0, 42));
  });

  it('has room for those behind who take the place of people who cannot be in it', async () => {
    expect((await createOf(41, { kind: 'made', memberStatus: { 0: 4, 7: 5 } })).ret).toBe(0);
    expect(web.backend.groups[0]?.members).toHaveLength(39);
    expect(web.backend.groups[0]?.members).toContain(web.backend.person(40).userName);
    expect((await createOf(41, { kind: 'made', memberStatus: { 40: 4 } })).ret).toBe(-2013);
    expect(web.backend.groups[1]?.invited).toEqual(userNames(39, 40));
  });

  it('answers as the script has it, and invites all the same', async () => {
    expect((await createOf(40, { kind: 'made', ret: 0 })).ret).toBe(0);
    expect((await createOf(40, { kind: 'http', status: 502, body: '', made: true })).status).toBe(502);
    expect(web.backend.groups.map((group) => group.invited)).toEqual([userNames(39, 40), userNames(39, 40)]);
  });
});

describe('a group that is there', () => {
  it('takes nobody who would make it forty: they must be invited', async () => {
    await createOf(2);
    const ChatRoomName = web.backend.groups[0]?.userName;
    const add = async (from: number, to: number): Promise<unknown> => {
      const AddMemberList = userNames(from, to).join(',');
      const got = await post(web, 'webwxupdatechatroom?fun=addmember', { ChatRoomName, AddMemberList });
      return got.ret;
    };
    expect(await add(2, 38)).toBe(0);
    expect(await add(38, 39)).toBe(-2012);
    expect(web.backend.groups[0]?.members).toHaveLength(38);
  });
});
