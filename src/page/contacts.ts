// The people of the contact list, nearly in list order, and the groups the account is in.
import { type ContactRecord, isStarred, type UserName } from '../core/contact.ts';
import { isRoomName, kindOfContact } from '../core/contact-kind.ts';
import { orderKey, sortedBy } from '../core/contact-order.ts';
import { integerField, textField } from '../core/fields.ts';
import type { ContactRow, RoomRow } from '../core/page-answers.ts';
import { plainPinyin } from '../core/pinyin.ts';
import type { ContactSource } from './contact-source.ts';
import { ask } from './reach.ts';

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

/** The people that can be put into a group: no service entries, brands, blocked ones, rooms, strangers, nor yourself. */
export function peopleOf(source: ContactSource, self: UserName): readonly ContactRow[] {
  const records = new Map<UserName, ContactRecord>();
  for (const entry of source.people()) {
    const record = recordOf(entry);
    if (isPerson(entry, self, record)) records.set(record.UserName, record);
  }
  return sortedBy([...records.values()], roughKey).map(rowOf);
}

/** Nearly the order of the list, from names as they are: reading their markup is left to the popup. */
function roughKey(record: ContactRecord): string {
  const { RemarkName, NickName, Alias, RemarkPYQuanPin, PYQuanPin } = record;
  const name = RemarkName || NickName || Alias;
  const pinyin = plainPinyin(RemarkName === '' ? PYQuanPin : RemarkPYQuanPin);
  return orderKey(isStarred(record), pinyin || name.toLowerCase(), name);
}

/** Whether an entry is somebody who can be put into a group. */
export function isPerson(entry: unknown, self: UserName, record = recordOf(entry)): boolean {
  return kindOfContact(record, self) === 'person' && !LEFT_OUT.some((method) => ask(entry, method));
}

/** The groups the account is in, as far as the page knows them. */
export function roomsOf(source: ContactSource): readonly RoomRow[] {
  return source.rooms().flatMap((entry) => {
    const userName = textField(entry, 'UserName');
    if (!isRoomName(userName)) return [];
    const memberCount = integerField(entry, 'MemberCount') ?? 0;
    return [{ userName, nickName: textField(entry, 'NickName'), memberCount }];
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
