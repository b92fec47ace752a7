// Which entries of WeChat's contact list are people that can be put into a group. Source: wechat-web facts, contactFactory.
import type { ContactRecord, UserName } from './contact.ts';

const CONTACT_FLAG = 1;
const BLOCKED_FLAG = 8;
const BRAND_VERIFY_FLAG = 8;

export const isRoomName = (userName: UserName): boolean => userName.startsWith('@@');

/**
 * Whether an entry of the contact list is somebody who can be put into a group.
 * @param self the userName of the account itself
 */
export function isPersonRecord(
  { UserName, ContactFlag, VerifyFlag }: ContactRecord,
  self: UserName,
): boolean {
  // WeChat's own entries (filehelper, weixin, …) have plain words for names; people and rooms have ids.
  const isOther = /^@[^@]/.test(UserName) && UserName !== self;
  const isFriend = (ContactFlag & (CONTACT_FLAG | BLOCKED_FLAG)) === CONTACT_FLAG;
  return isOther && isFriend && (VerifyFlag & BRAND_VERIFY_FLAG) === 0;
}
