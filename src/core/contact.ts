// A contact as the program sees it: what WeChat Web knows of a person, as plain text.
import { plainName } from './name-markup.ts';
import { plainPinyin } from './pinyin.ts';

/** A session's id of a person (`@…`) or a room (`@@…`): valid for one login only. */
export type UserName = string;

/** The fields of a contact as the page holds them: names are HTML, pinyin is WeChat's. */
export interface ContactRecord {
  readonly UserName: UserName;
  readonly NickName: string;
  readonly RemarkName: string;
  readonly Alias: string;
  readonly PYQuanPin: string;
  readonly RemarkPYQuanPin: string;
  readonly StarFriend: number;
  readonly ContactFlag: number;
  readonly VerifyFlag: number;
}

export interface Contact {
  readonly userName: UserName;
  /** What the person is called in the list: your remark, else their nickname, else their alias; `''` when all are empty. */
  readonly name: string;
  /** The line below: the nickname under a remark, then the alias; `''` when there is neither. */
  readonly detail: string;
  readonly remark: string;
  readonly nickName: string;
  readonly alias: string;
  /** Full pinyin of the remark and of the nickname, lower case. */
  readonly pinyin: readonly [remark: string, nickName: string];
  readonly starred: boolean;
}

const STARRED_FLAG = 0x40;

/** A contact from the page's record of it. */
export function contactFromRecord(record: ContactRecord): Contact {
  const remark = plainName(record.RemarkName);
  const nickName = plainName(record.NickName);
  const alias = plainName(record.Alias);
  const name = remark || nickName || alias;
  return {
    userName: record.UserName,
    name,
    detail: [...new Set([nickName, alias])].filter((part) => part !== '' && part !== name).join(' · '),
    remark,
    nickName,
    alias,
    pinyin: [plainPinyin(record.RemarkPYQuanPin), plainPinyin(record.PYQuanPin)],
    starred: isStarred(record),
  };
}

export function isStarred({ StarFriend, ContactFlag }: ContactRecord): boolean {
  return StarFriend === 1 || (ContactFlag & STARRED_FLAG) !== 0;
}
