// One person, brand or service of the address book, independent of any login.
import { type Name, noName } from './name.ts';

type PersonKind = 'friend' | 'self' | 'brand' | 'service' | 'blocked' | 'stranger';

/** The bits of ContactFlag that matter here. */
export const flag = {
  contact: 1,
  chat: 2,
  room: 4,
  blocked: 8,
  starred: 0x40,
  muted: 0x200,
  pinned: 0x800,
} as const;

export interface Person {
  /** Stays the same through logins; a service's id is its UserName. */
  readonly id: string;
  readonly kind: PersonKind;
  /** Position among the pickable people; others have -1. */
  readonly index: number;
  /** What a test can ask for: 'starred', 'emoji-5', 'markup-escaped' … */
  readonly traits: readonly string[];
  readonly nick: Name;
  readonly remark: Name;
  /** What a person should read: the remark, else the nickname, as plain text. */
  readonly plainName: string;
  readonly alias: string;
  readonly sex: 0 | 1 | 2;
  readonly signature: string;
  readonly province: string;
  readonly city: string;
  readonly contactFlag: number;
  readonly verifyFlag: number;
  readonly starFriend: 0 | 1;
}

export interface PersonDraft {
  readonly id: string;
  readonly nick: Name;
  readonly kind?: PersonKind;
  readonly index?: number;
  readonly traits?: readonly string[];
  readonly remark?: Name;
  readonly alias?: string;
  readonly sex?: 0 | 1 | 2;
  readonly signature?: string;
  readonly place?: readonly [string, string];
  readonly extraFlags?: number;
  readonly verifyFlag?: number;
  readonly starred?: boolean;
}

export function person(draft: PersonDraft): Person {
  const { kind = 'friend', remark = noName, starred = false, place = ['', ''] } = draft;
  return {
    id: draft.id,
    kind,
    index: draft.index ?? -1,
    traits: draft.traits ?? [],
    nick: draft.nick,
    remark,
    plainName: remark.plain || draft.nick.plain,
    alias: draft.alias ?? '',
    sex: draft.sex ?? 0,
    signature: draft.signature ?? '',
    province: place[0],
    city: place[1],
    contactFlag:
      (kind === 'stranger' ? 0 : flag.contact) |
      (draft.extraFlags ?? 0) |
      (starred ? flag.starred : 0) |
      (kind === 'blocked' ? flag.blocked : 0),
    verifyFlag: draft.verifyFlag ?? 0,
    starFriend: starred ? 1 : 0,
  };
}
