// What WeChat's reply to webwxcreatechatroom means. Source: wechat-web facts, "What a create reply means".
import type { UserName } from './contact.ts';
import { wordsOf } from './err-msg.ts';
import { field, integerField, listField, parseJson, retOf, textField } from './fields.ts';
import type { Doubt, Fate, MemberFate, Outcome, Refusal } from './outcome.ts';

interface Body {
  readonly ret: number;
  readonly words: string;
  readonly room: string;
  readonly blackList: string;
  readonly members: readonly unknown[];
}

const MADE = 0;
const PARTIAL_INVITE = -2013;

const REFUSAL_BY_RET: Readonly<Record<number, Refusal>> = {
  0: 'no-room-made',
  [-2013]: 'partial-invite-without-room',
  [-1]: 'system-error',
  [-2]: 'logic-error',
  [-14]: 'logged-out',
  [-22]: 'account-blocked',
  [-23]: 'too-many-members',
  [-34]: 'frequency-limited',
  [-2012]: 'must-be-invited',
  1100: 'logged-out',
  1101: 'logged-out',
  1102: 'logged-out',
  1200: 'request-not-understood',
  1203: 'barred-from-web',
  1205: 'rate-limited',
};

const FATE_BY_STATUS: Readonly<Record<number, Fate>> = {
  0: 'in',
  1: 'no-such-user',
  2: 'bad-user-name',
  3: 'has-blocked-you',
  4: 'not-a-friend',
  5: 'cannot-be-in-groups',
};

export const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|title|meta|body|center|div|script|h[1-6])\b/i;
/** A page that says that the server or a gateway failed: unlike one that is closed, it may have made the group first. */
export const SERVER_ERROR = /<(?:title|h1)\b[^>]*>[^<]*\b5\d\d\b/i;
export const LIKELY_JSON = /^\s*[{[]/;

/**
 * What a reply means for the group and for each person asked into it. Never throws; never says made without a room.
 * @param reply the body that the page's `create` settled with, or the text of the raw call: an object, a string, or nothing
 * @param asked the userNames that were asked into the group
 * @param status the HTTP status, where it is known: the page's `create` does not tell it
 */
export function judgeReply(reply: unknown, asked: readonly UserName[], status = 200): Outcome {
  if (typeof reply === 'string' && reply !== '') return judgeText(reply, asked, status);
  if (reply === undefined || reply === null || reply === '')
    return status >= 400 ? judgeStatus(status) : doubt('no-answer');
  const body = bodyOf(reply);
  return body === undefined ? doubt('unreadable-answer') : judgeBody(body, asked);
}

/** The group that a reply says was made, undefined when it does not say so for sure. */
export function roomMadeBy(reply: unknown): UserName | undefined {
  const ret = retOf(reply);
  const room = textField(reply, 'ChatRoomName');
  return (ret === MADE || ret === PARTIAL_INVITE) && room.startsWith('@@') ? room : undefined;
}

/** What a reply says of each of these people, and nothing of the group: for replies about a group that is there. */
export function fatesIn(reply: unknown, asked: readonly UserName[]): readonly MemberFate[] {
  const body = bodyOf(reply);
  return body === undefined ? [] : fatesOf(body, asked, body.ret === PARTIAL_INVITE);
}

/** Undefined for what is no reply of WeChat's. */
function bodyOf(reply: unknown): Body | undefined {
  const base = field(reply, 'BaseResponse');
  const ret = integerField(base, 'Ret');
  if (ret === undefined) return undefined;
  return {
    ret,
    words: wordsOf(textField(base, 'ErrMsg')),
    room: textField(reply, 'ChatRoomName'),
    blackList: textField(reply, 'BlackList'),
    members: listField(reply, 'MemberList'),
  };
}

function judgeText(text: string, asked: readonly UserName[], status: number): Outcome {
  if (HTML.test(text))
    return judgeStatus(status < 400 && SERVER_ERROR.test(text) ? 500 : Math.max(status, 400));
  const body = parseJson(text);
  if (typeof body === 'object' && body !== null) return judgeReply(body, asked);
  if (status >= 400) return judgeStatus(status);
  if (text.trim() === '') return doubt('no-answer');
  return doubt(body === undefined && LIKELY_JSON.test(text) ? 'half-answer' : 'unreadable-answer');
}

/** What an HTTP error means where nothing in it says more. */
function judgeStatus(status: number): Outcome {
  if (status >= 500) return doubt('server-error');
  return { kind: 'refused', reason: 'closed-by-wechat', words: '', members: [] };
}

function judgeBody(body: Body, asked: readonly UserName[]): Outcome {
  const { ret, words, room } = body;
  if (room.startsWith('@@')) {
    if (ret !== MADE && ret !== PARTIAL_INVITE) return doubt('room-despite-refusal', ret, words);
    const members = fatesOf(body, asked, ret === PARTIAL_INVITE);
    const everyoneIn = body.members.length === 0 || members.every(({ fate }) => fate === 'in');
    if (ret === MADE && body.blackList === '' && everyoneIn) return { kind: 'made', room, members };
    return { kind: 'partial', room, members, words: ret === MADE ? '' : words };
  }
  const members = fatesOf(body, asked, false).filter(({ fate }) => fate !== 'in' && fate !== 'not-reported');
  return { kind: 'refused', reason: refusalOf(ret, words), ret, words, members };
}

/** Ret 1 stands for two things; only the words tell which. */
function refusalOf(ret: number, words: string): Refusal {
  if (ret !== 1) return REFUSAL_BY_RET[ret] ?? 'ret-unheard-of';
  if (/明日|明天|tomorrow/i.test(words)) return 'too-often-until-tomorrow';
  if (/频繁|过快|too (?:often|frequent|many)/i.test(words)) return 'too-often';
  return 'wrong-parameter-or-too-often';
}

/** A partial invite does not tell who is in and who is only invited, so nobody is said to be in. */
function fatesOf(body: Body, asked: readonly UserName[], partialInvite: boolean): readonly MemberFate[] {
  const statuses = new Map<UserName, number>();
  for (const member of body.members) {
    statuses.set(textField(member, 'UserName'), integerField(member, 'MemberStatus') ?? 0);
  }
  const blackListed = new Set(body.blackList.split(/[,;|\s]+/));
  return asked.map((userName) => {
    if (blackListed.has(userName)) return { userName, fate: 'black-listed' };
    const status = statuses.get(userName);
    if (status === undefined) return { userName, fate: 'not-reported' };
    if (status === 0 && partialInvite) return { userName, fate: 'in-or-invited' };
    return { userName, fate: FATE_BY_STATUS[status] ?? 'status-unheard-of' };
  });
}

function doubt(reason: Doubt, ret?: number, words = ''): Outcome {
  return { kind: 'unknown', reason, ret, words };
}
