// What the stand-in answers in one test: every way WeChat Web is known to behave or misbehave.
export type PageKind =
  | 'angular'
  | 'angular-late'
  | 'no-angular'
  | 'no-factory'
  | 'factory-renamed'
  | 'factory-throws'
  | 'factory-returns-nothing'
  | 'factory-never-settles'
  | 'no-contact-factory';

/** By contact index or UserName. */
export type MemberStatuses = Readonly<Record<string, number>>;

/** Done as asked, but for what is said here. */
export interface MadeAnswer {
  readonly kind: 'made';
  readonly ret?: 0 | -2013;
  /** For create and addmember: only people with status 0 (the default) are really in. */
  readonly memberStatus?: MemberStatuses;
  /** modtopic: the group gets this name, whatever was sent. */
  readonly topic?: string;
  /** UserName of another group: batchget tells of it alone; the reply to an update says it is about it. */
  readonly instead?: string;
  readonly blackList?: string;
  readonly errMsg?: string;
}

/** A JSON reply with this Ret and nothing done: a create reply has no room in it. */
export interface RetAnswer {
  readonly kind: 'ret';
  readonly ret: number;
  readonly errMsg?: string;
  readonly room?: '';
  readonly memberStatus?: MemberStatuses;
  readonly blackList?: string;
}

/** `made` tells whether the deed was really done before the answer went wrong. */
export type Answer =
  | MadeAnswer
  | RetAnswer
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly body: string;
      readonly contentType?: string;
      readonly made?: boolean;
    }
  | { readonly kind: 'body'; readonly body: string; readonly made?: boolean }
  | { readonly kind: 'reset'; readonly when: 'before' | 'after-made' | 'after-head' }
  | { readonly kind: 'half'; readonly made: boolean }
  | { readonly kind: 'slow'; readonly ms: number; readonly answer: Answer }
  | { readonly kind: 'never'; readonly made: boolean };

/** One answer for every request, or a list used up one per request; after the list, the proper answer. */
export type Answers = Answer | readonly Answer[];

export interface Scenario {
  page: PageKind;
  /** For 'angular-late': bootstrap after so long; without it, when a test calls `window.__startAngular()`. */
  lateMs: number | undefined;
  /** Whether an odd chatroomFactory sends the request before it goes wrong. */
  factorySends: boolean;
  login: 'in' | 'out';
  /** Where a QR login leads to, when that is another of WeChat's hosts. */
  loginHost: string | undefined;
  contactPages: { readonly size: number; readonly delayMs: number; readonly failAt?: number };
  create: Answers;
  batchGet: Answers;
  updateChatroom: Answers;
  sendMsg: Answers;
  /** Rooms made while `deliversRooms` is false are held until it becomes true. */
  sync: { readonly deliversRooms: boolean; readonly delayMs?: number };
  icons: 'ok' | 'missing' | 'never';
}

export const defaultScenario = (): Scenario => ({
  page: 'angular',
  lateMs: undefined,
  factorySends: false,
  login: 'in',
  loginHost: undefined,
  contactPages: { size: 1000, delayMs: 0 },
  create: { kind: 'made' },
  batchGet: { kind: 'made' },
  updateChatroom: { kind: 'made' },
  sendMsg: { kind: 'made' },
  sync: { deliversRooms: true },
  icons: 'ok',
});

/** Hands out scripted answers; a list is remembered by identity, so that setting a new one starts afresh. */
export class AnswerQueue {
  readonly #used = new WeakMap<readonly Answer[], number>();

  next(answers: Answers): Answer {
    if (!isList(answers)) return answers;
    const used = this.#used.get(answers) ?? 0;
    this.#used.set(answers, used + 1);
    return answers[used] ?? { kind: 'made' };
  }
}

const isList = (answers: Answers): answers is readonly Answer[] => Array.isArray(answers);
