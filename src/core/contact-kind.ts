// Which entries of WeChat's contact list are people that can be put into a group. Source: wechat-web facts, contactFactory.
import type { ContactRecord, UserName } from './contact.ts';

export type ContactKind = 'person' | 'room' | 'brand' | 'service' | 'blocked' | 'self' | 'stranger';

const CONTACT_FLAG = 1;
const BLOCKED_FLAG = 8;
const BRAND_VERIFY_FLAG = 8;

export const isRoomName = (userName: UserName): boolean => userName.startsWith('@@');

/**
 * What an entry of the contact list is.
 * @param self the userName of the account itself
 */
export function kindOfContact(record: ContactRecord, self: UserName): ContactKind {
  if (record.UserName === self) return 'self';
  if (isRoomName(record.UserName)) return 'room';
  // WeChat's own entries (filehelper, weixin, …) have plain words for names; people and rooms have ids.
  if (!record.UserName.startsWith('@')) return 'service';
  if ((record.VerifyFlag & BRAND_VERIFY_FLAG) !== 0) return 'brand';
  if ((record.ContactFlag & BLOCKED_FLAG) !== 0) return 'blocked';
  if ((record.ContactFlag & CONTACT_FLAG) === 0) return 'stranger';
  return 'person';
}
