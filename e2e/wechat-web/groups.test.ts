// Groups after they are made: who comes in, who does not, what they are called, and what the page is told.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Group } from './group.ts';
import { startWeChatWeb, type WeChatWeb } from './server.ts';
import { create, type Got, post } from './test-client.ts';

let web: WeChatWeb;

beforeEach(async () => {
  web = await startWeChatWeb({ contacts: 25 });
  await create(web, [0, 1]);
});
afterEach(() => web.close());

const group = (place = 0): Group => {
  const found = web.backend.groups[place];
  if (found === undefined) throw new Error(`there is no group ${place}`);
  return found;
};
const userNames = (...indexes: readonly number[]): readonly string[] =>
  indexes.map((index) => web.backend.person(index).userName);
const update = (fun: string, fields: object, ChatRoomName = group().userName): Promise<Got> =>
  post(web, `webwxupdatechatroom?fun=${fun}`, { ChatRoomName, ...fields });
const batchGet = (...names: readonly string[]): Promise<Got> => {
  const List = names.map((UserName) => ({ UserName, ChatRoomId: '' }));
  return post(web, 'webwxbatchgetcontact?type=ex&r=1', { Count: List.length, List });
};
const sync = (position: number): Promise<Got> =>
  post(web, 'webwxsync', { SyncKey: { Count: 1, List: [{ Key: 1, Val: position }] } });

describe('members', () => {
  it('are taken, invited and lost', async () => {
    const three = userNames(2, 3, 4).join(',');
    expect((await update('addmember', { AddMemberList: three })).json).toMatchObject({ MemberCount: 6 });
    expect((await update('invitemember', { InviteMemberList: three })).ret).toBe(0);
    expect(group().invited).toHaveLength(3);
    expect((await update('delmember', { DelMemberList: three })).json).toMatchObject({ MemberCount: 3 });
    expect((await update('addmember', { AddMemberList: '@nobody' })).ret).toBe(1);
    expect(web.backend.violations).toHaveLength(1);
  });

  it('accept invitations, and the page hears of it', async () => {
    await update('invitemember', { InviteMemberList: userNames(2, 3).join(',') });
    const { position } = web.backend.session?.feed ?? { position: 0 };
    expect(group().members).toEqual(userNames(0, 1));
    web.backend.acceptInvitations(group().userName);
    expect(group().members).toEqual(userNames(0, 1, 2, 3));
    expect(group().invited).toEqual([]);
    expect((await sync(position)).json).toMatchObject({
      ModContactList: [{ UserName: group().userName, MemberCount: 5 }],
    });
    expect(() => web.backend.acceptInvitations('@@nothing')).toThrow('@@nothing');
  });

  it('who cannot be added are in the reply with their status, and not in the group', async () => {
    const gone = web.backend.person(5);
    web.backend.removeContact(gone.userName);
    const memberStatus = { 3: 3, [web.backend.person(4).userName]: 5 };
    web.setScenario({ updateChatroom: { kind: 'made', memberStatus } });
    const asked = userNames(1, 2, 3, 4, 5, 5);
    const got = await update('addmember', { AddMemberList: asked.join(',') });
    expect(group().members).toEqual(userNames(0, 1, 2));
    const told = ([UserName, MemberStatus]: readonly [string | undefined, number]): object => ({
      UserName,
      MemberStatus,
    });
    expect(got.json).toMatchObject({
      BaseResponse: { Ret: 0 },
      MemberCount: 7,
      MemberList: [
        told([web.backend.session?.selfUserName, 0]),
        ...userNames(0, 1, 2).map((name) => told([name, 0])),
        ...userNames(3, 4, 5).map((name, place) => told([name, [3, 5, 4][place] ?? 0])),
      ],
    });
    expect((await batchGet(group().userName)).json).toMatchObject({ ContactList: [{ MemberCount: 4 }] });
    expect(web.backend.violations).toEqual([]);
  });
});

describe('scripted slips', () => {
  it('keep another name than the one that was sent', async () => {
    web.setScenario({ updateChatroom: [{ kind: 'made', topic: '茶 & 书' }] });
    const got = await update('modtopic', { NewTopic: 'Tea' });
    expect(got.ret).toBe(0);
    expect(got.json).not.toHaveProperty('ChatRoomName');
    expect(group().topic).toBe('茶 & 书');
    expect((await batchGet(group().userName)).json).toMatchObject({
      ContactList: [{ NickName: '茶 &amp; 书' }],
    });
  });

  it('tell of another group than the one that was asked for', async () => {
    await create(web, [2, 3, 4]);
    const instead = group(1).userName;
    web.setScenario({ batchGet: [{ kind: 'made', instead }], updateChatroom: [{ kind: 'made', instead }] });
    expect((await batchGet(group().userName, ...userNames(0))).json).toMatchObject({
      Count: 1,
      ContactList: [{ UserName: instead, MemberCount: 4 }],
    });
    const got = await update('modtopic', { NewTopic: 'Tea' });
    expect(got.json).toMatchObject({ BaseResponse: { Ret: 0 }, ChatRoomName: instead, MemberCount: 3 });
    expect([group().topic, group(1).topic]).toEqual(['Tea', '']);
    expect((await batchGet(group().userName)).json).toMatchObject({
      ContactList: [{ UserName: group().userName }],
    });
    expect(web.backend.violations).toEqual([]);
  });

  it('that name no group count as violations', async () => {
    web.setScenario({ batchGet: { kind: 'made', instead: '@@nothing' } });
    await batchGet(group().userName);
    expect(web.backend.violations.map((one) => one.call)).toEqual(['scenario']);
  });
});

describe('all groups', () => {
  it('are those from the beginning and those made, until they are left', async () => {
    const { backend } = web;
    expect(backend.allGroups.map((one) => one.topic)).toEqual(['周末爬山', 'Tea Club🍵', '', '']);
    expect(backend.allGroups.at(-1)).toEqual(group());
    expect(backend.allGroups.map((one) => one.createdAt)).toEqual([0, 0, 0, 1]);
    await update('modtopic', { NewTopic: 'A & B' });
    expect(backend.allGroups.at(-1)?.topic).toBe('A & B');
    await update('quitchatroom', {});
    expect(backend.allGroups).toHaveLength(3);
    backend.loginAs(1);
    expect(backend.allGroups).toHaveLength(3);
  });
});

describe('strangers', () => {
  const teaClub = (): Group => {
    const found = web.backend.allGroups.find((one) => one.topic.startsWith('Tea Club'));
    if (found === undefined) throw new Error('there is no Tea Club');
    return found;
  };

  it('are members of a group, with a nickname', async () => {
    expect(teaClub().memberNames.slice(-2)).toEqual(['茶客🍃', 'Ottilie Marsh']);
    expect(teaClub().members).toHaveLength(6);
    const [UserName] = teaClub().members.slice(-2);
    expect((await batchGet(teaClub().userName)).json).toMatchObject({
      ContactList: [
        {
          MemberCount: 7,
          MemberList: expect.arrayContaining([
            expect.objectContaining({
              UserName,
              NickName: '茶客<span class="emoji emoji1f343"></span>',
            }),
          ]),
        },
      ],
    });
    expect(web.backend.plainNameOf(UserName ?? '')).toBe('茶客🍃');
  });

  it('are no contacts: not to be picked, added, written to or removed', async () => {
    const [stranger = ''] = teaClub().members.slice(-2);
    expect(stranger).toMatch(/^@[0-9a-f]{64}$/);
    expect(web.backend.people.map((one) => one.userName)).not.toContain(stranger);
    const MemberList = [...userNames(0, 1), stranger].map((UserName) => ({ UserName }));
    const asked = { MemberCount: 3, MemberList, Topic: '' };
    expect((await post(web, 'webwxcreatechatroom?r=1', asked)).ret).toBe(1);
    expect((await update('addmember', { AddMemberList: stranger })).ret).toBe(1);
    const FromUserName = web.backend.session?.selfUserName;
    const ids = { LocalID: '1', ClientMsgId: '1' };
    const Msg = { Type: 1, Content: 'hello', FromUserName, ToUserName: stranger, ...ids };
    expect((await post(web, 'webwxsendmsg', { Msg })).ret).toBe(1);
    expect(web.backend.violations).toHaveLength(3);
    expect(() => web.backend.removeContact(stranger)).toThrow('no contact');
  });
});
