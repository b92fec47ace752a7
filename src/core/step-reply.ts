// What a reply to one step means: done, refused, or nobody can say. Source: wechat-web facts, what a reply means.
import type { UserName } from './contact.ts';
import { textField } from './fields.ts';
import type { StepEnd } from './job-facts.ts';
import type { Doubt, Refusal } from './outcome.ts';
import { judgeReply } from './reply.ts';

/** What can be wrong with a step. Each is also the key of the words that people read. */
export const TROUBLES = [
  'too-often',
  'logged-out',
  'refused',
  'marked-failed',
  'closed-by-wechat',
  'no-session',
  'no-answer',
  'broken-answer',
  'server-error',
  'wrong-room',
  'interrupted',
  'room-not-known',
  'kept-differently',
  'name-not-kept',
  'not-read-back',
] as const;
export type Trouble = (typeof TROUBLES)[number];

export type StepVerdict =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'failed' | 'unsure';
      readonly trouble: Trouble;
      /** The number that WeChat answered; absent when it answered none. */
      readonly ret?: number | undefined;
      /** WeChat's own words, `''` when it said none. */
      readonly words: string;
    };

const TOO_OFTEN: readonly Refusal[] = [
  'too-often',
  'too-often-until-tomorrow',
  'rate-limited',
  'frequency-limited',
];

/** @param room that the step was about: an answer that names another one says nothing of it */
export function judgeStep(end: StepEnd, room: UserName): StepVerdict {
  if (end.path === undefined) return trouble('failed', 'no-session');
  if (end.pageSays === 'done') return { kind: 'done' };
  // The page marks a message so when WeChat refused it, and also when the answer broke off.
  const isMarked = end.pageSays === 'failed' && (end.status ?? 0) < 400;
  if (isMarked) return trouble('unsure', 'marked-failed');
  const named = textField(end.reply, 'ChatRoomName');
  if (named !== '' && named !== room) return trouble('unsure', 'wrong-room');
  const isNamed = named !== '' && typeof end.reply === 'object';
  const outcome = judgeReply(isNamed ? { ...end.reply, ChatRoomName: '' } : end.reply, [], end.status);
  switch (outcome.kind) {
    case 'made':
    case 'partial':
      return { kind: 'done' };
    case 'refused':
      // A reply about a room that is there names none, so here these two are WeChat's yes.
      if (outcome.ret === 0 || outcome.ret === -2013) return { kind: 'done' };
      return trouble('failed', troubleOf(outcome.reason), outcome.ret, outcome.words);
    case 'unknown':
      return trouble('unsure', doubtOf(outcome.reason), outcome.ret, outcome.words);
  }
}

function troubleOf(reason: Refusal): Trouble {
  if (TOO_OFTEN.includes(reason)) return 'too-often';
  return reason === 'logged-out' || reason === 'closed-by-wechat' ? reason : 'refused';
}

function doubtOf(reason: Doubt): Trouble {
  if (reason === 'server-error' || reason === 'no-answer') return reason;
  return 'broken-answer';
}

function trouble(kind: 'failed' | 'unsure', why: Trouble, ret?: number, words = ''): StepVerdict {
  return { kind, trouble: why, ret, words };
}
