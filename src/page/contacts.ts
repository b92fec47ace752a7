// The people of the contact list, starred ones first, and the groups the account is in.
import { type ContactRecord, isStarred, type UserName } from '../core/contact.ts';
import { isPersonRecord, isRoomName } from '../core/contact-kind.ts';
import { integerField, textField } from '../core/fields.ts';
import type { ContactRow, RoomRow } from '../core/page-answers.ts';
import type { ContactSource } from './contact-source.ts';
import { ask, askText } from './reach.ts';

/** What the page's contact objects say of themselves; each left out of a group. Source: wechat-web facts. */
const LEFT_OUT = [
  'isSelf',
  'isFileHelper',
  'isSpContact',
  'isBlackContact',
  'isShieldUser',
  'isRoomContact',
  'isBrandContact',
] as const;

/**
 * The people that can be put into a group: no service entries, brands, blocked ones, rooms, strangers, nor yourself.
 * The page's own list is sorted by pinyin already; the popup, which reads the names, makes the order exact.
 */
export function peopleOf(source: ContactSource, self: UserName): readonly ContactRow[] {
  const records = new Map<UserName, ContactRecord>();
  for (const entry of source.people()) {
    const record = recordOf(entry);
    if (isPerson(entry, self, record)) records.set(record.UserName, record);
  }
  const people = [...records.values()];
  return [...people.filter(isStarred), ...people.filter((record) => !isStarred(record))].map(rowOf);
}

/** Whether an entry is somebody who can be put into a group. */
export function isPerson(entry: unknown, self: UserName, record = recordOf(entry)): boolean {
  return isPersonRecord(record, self) && !LEFT_OUT.some((method) => ask(entry, method));
}

/** The groups the account is in, as far as the page knows them. */
export function roomsOf(source: ContactSource): readonly RoomRow[] {
  return source.rooms().flatMap((entry) => {
    const userName = textField(entry, 'UserName');
    if (!isRoomName(userName)) return [];
    const memberCount = integerField(entry, 'MemberCount') ?? 0;
    // A group without a name is called by the page after its members.
    const nickName = textField(entry, 'NickName') || askText(entry, 'getDisplayName');
    return [{ userName, nickName, memberCount }];
  });
}

function recordOf(entry: unknown): ContactRecord {
  return {
    UserName: textField(entry, 'UserName'),
    NickName: textField(entry, 'NickName'),
    RemarkName: textField(entry, 'RemarkName'),
    Alias: textField(entry, 'Alias'),
    PYQuanPin: textField(entry, 'PYQuanPin'),
    RemarkPYQuanPin: textField(entry, 'RemarkPYQuanPin'),
    StarFriend: integerField(entry, 'StarFriend') ?? 0,
    ContactFlag: integerField(entry, 'ContactFlag') ?? 0,
    VerifyFlag: integerField(entry, 'VerifyFlag') ?? 0,
  };
}

function rowOf(record: ContactRecord): ContactRow {
  const { UserName, NickName, RemarkName, Alias, PYQuanPin, RemarkPYQuanPin, StarFriend, ContactFlag } =
    record;
  return [UserName, NickName, RemarkName, Alias, PYQuanPin, RemarkPYQuanPin, StarFriend, ContactFlag];
}
