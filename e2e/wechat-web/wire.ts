// People and groups as WeChat's replies spell them.
import type { Person } from './person.ts';
import { hexOf } from './random.ts';
import type { Room } from './rooms.ts';
import type { Session } from './session.ts';

const icon = '/cgi-bin/mmwebwx-bin/webwxgeticon';
const headImage = '/cgi-bin/mmwebwx-bin/webwxgetheadimg';

const common = {
  Uin: 0,
  HideInputBarFlag: 0,
  OwnerUin: 0,
  AppAccountFlag: 0,
  AttrStatus: 0,
  SnsFlag: 0,
  UniFriend: 0,
  DisplayName: '',
  ChatRoomId: 0,
  KeyWord: '',
  EncryChatRoomId: '',
  IsOwner: 0,
};

const sequenceOf = (id: string): number =>
  600_000_000 + (Number.parseInt(hexOf(6, 'seq', id), 16) % 90_000_000);

export const contactRecord = (person: Person, session: Session): object => ({
  ...common,
  UserName: session.userNameOf(person.id),
  NickName: person.nick.html,
  HeadImgUrl: `${icon}?seq=${sequenceOf(person.id)}&username=${session.userNameOf(person.id)}&skey=${session.skey}`,
  ContactFlag: person.contactFlag,
  MemberCount: 0,
  MemberList: [],
  RemarkName: person.remark.html,
  Sex: person.sex,
  Signature: person.signature,
  VerifyFlag: person.verifyFlag,
  PYInitial: person.nick.pyInitial,
  PYQuanPin: person.nick.pyQuanPin,
  RemarkPYInitial: person.remark.pyInitial,
  RemarkPYQuanPin: person.remark.pyQuanPin,
  StarFriend: person.starFriend,
  Statues: 0,
  Province: person.province,
  City: person.city,
  Alias: person.alias,
});

/** You, as webwxinit tells it: other fields than a contact has. */
export const userRecord = (session: Session): object => {
  const { self } = session.account.book;
  return {
    Uin: session.account.uin,
    UserName: session.selfUserName,
    NickName: self.nick.html,
    RemarkName: '',
    HeadImgUrl: `${icon}?seq=${sequenceOf(self.id)}&username=${session.selfUserName}&skey=${session.skey}`,
    PYInitial: '',
    PYQuanPin: '',
    RemarkPYInitial: '',
    RemarkPYQuanPin: '',
    HideInputBarFlag: 0,
    StarFriend: 0,
    Sex: 1,
    Signature: '',
    AppAccountFlag: 0,
    VerifyFlag: 0,
    ContactFlag: 0,
    WebWxPluginSwitch: 0,
    HeadImgFlag: 1,
    SnsFlag: 17,
  };
};

/** A person inside a group: the nickname only, with its emoji as spans. */
export const memberRecord = (person: Person, session: Session, status = 0): object => ({
  Uin: 0,
  UserName: session.userNameOf(person.id),
  NickName: person.nick.html,
  AttrStatus: 102_501,
  PYInitial: '',
  PYQuanPin: '',
  RemarkPYInitial: '',
  RemarkPYQuanPin: '',
  MemberStatus: status,
  DisplayName: '',
  KeyWord: '',
});

export const roomMembers = (room: Room, session: Session): readonly object[] => {
  const { book } = session.account;
  const people = room.memberIds.flatMap((id) => book.byId(id) ?? []);
  return [book.self, ...people].map((person) => memberRecord(person, session));
};

export const roomRecord = (room: Room, session: Session): object => {
  const members = roomMembers(room, session);
  const userName = session.userNameOf(room.id);
  return {
    ...common,
    UserName: userName,
    NickName: room.nameHtml,
    HeadImgUrl: `${headImage}?seq=${sequenceOf(room.id)}&username=${userName}&skey=${session.skey}`,
    ContactFlag: room.made ? 2 : 3,
    MemberCount: members.length,
    MemberList: members,
    RemarkName: '',
    Sex: 0,
    Signature: '',
    VerifyFlag: 0,
    PYInitial: '',
    PYQuanPin: '',
    RemarkPYInitial: '',
    RemarkPYQuanPin: '',
    StarFriend: 0,
    Statues: 1,
    Province: '',
    City: '',
    Alias: '',
    IsOwner: room.made ? 1 : 0,
    EncryChatRoomId: `@${hexOf(32, 'room', session.skey, room.id)}`,
  };
};
