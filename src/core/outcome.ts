// What became of a try to make a group, and of each person who was asked into it.
import type { UserName } from './contact.ts';

/** What the page lacks. Each is also the key of the words that people read. */
export const MISSING_PARTS = [
  'no-angular',
  'no-injector',
  'no-account-factory',
  'no-contact-factory',
  'no-factory',
  'no-session-key',
  'no-sid',
  'no-uin',
] as const;
export type MissingPart = (typeof MISSING_PARTS)[number];

/** What became of one person. Each is also the key of the words that people read. */
export const FATES = [
  'in',
  'in-or-invited',
  'no-such-user',
  'bad-user-name',
  'has-blocked-you',
  'not-a-friend',
  'cannot-be-in-groups',
  'black-listed',
  'status-unheard-of',
  'not-reported',
  'not-a-contact',
] as const;
export type Fate = (typeof FATES)[number];

/** Why WeChat, or the program before it asked WeChat, made no group. */
export const REFUSALS = [
  'wrong-parameter-or-too-often',
  'too-often',
  'too-often-until-tomorrow',
  'rate-limited',
  'frequency-limited',
  'account-blocked',
  'system-error',
  'logic-error',
  'too-many-members',
  'must-be-invited',
  'partial-invite-without-room',
  'no-room-made',
  'logged-out',
  'request-not-understood',
  'barred-from-web',
  'closed-by-wechat',
  'ret-unheard-of',
  'account-changed',
  'stale-contact',
  'offline',
  'too-few-members',
  'member-twice',
  'yourself-as-member',
  'no-person',
  'no-session-key',
  'no-sid',
  'no-uin',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why nobody can say yet whether the group was made. */
export const DOUBTS = [
  'no-answer',
  'half-answer',
  'unreadable-answer',
  'server-error',
  'room-despite-refusal',
  'factory-threw',
  'factory-answered-nothing',
  'network-failed',
  'page-gone',
  'page-reloaded',
  'no-answer-yet',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface MemberFate {
  readonly userName: UserName;
  readonly fate: Fate;
}

export type Outcome =
  | { readonly kind: 'made'; readonly room: UserName; readonly members: readonly MemberFate[] }
  | {
      readonly kind: 'partial';
      readonly room: UserName;
      readonly members: readonly MemberFate[];
      /** WeChat's own words, `''` when it said none. */
      readonly words: string;
    }
  | {
      readonly kind: 'refused';
      readonly reason: Refusal;
      /** The number that WeChat answered; absent when it answered none. */
      readonly ret?: number | undefined;
      readonly words: string;
      /** What WeChat said of each person; empty when it said nothing of anybody. */
      readonly members: readonly MemberFate[];
    }
  | {
      readonly kind: 'unknown';
      readonly reason: Doubt;
      readonly ret?: number | undefined;
      readonly words: string;
    };
