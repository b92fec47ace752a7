// A reply reduced to what it says of the group: what the page may have put beside that, keys even, is not kept.
import { field, integerField, listField, parseJson, textField } from '../core/fields.ts';
import type { StepEnd } from '../core/job-facts.ts';
import { HTML, LIKELY_JSON, SERVER_ERROR } from '../core/reply.ts';
import type { NoKey, RawReply } from './raw-api.ts';

/** What core/reply reads, and nothing else, as JSON can hold it. A whole JSON text becomes the object it spells. */
export function bareReply(reply: unknown): unknown {
  if (typeof reply === 'string') return bareText(reply);
  if (reply === undefined || reply === null) return reply;
  const base = field(reply, 'BaseResponse');
  if (base === undefined) return {};
  return {
    BaseResponse: { Ret: integerField(base, 'Ret'), ErrMsg: textField(base, 'ErrMsg') },
    ChatRoomName: textField(reply, 'ChatRoomName'),
    BlackList: textField(reply, 'BlackList'),
    MemberList: listField(reply, 'MemberList').map((member) => ({
      UserName: textField(member, 'UserName'),
      MemberStatus: integerField(member, 'MemberStatus'),
    })),
  };
}

/** How a step ended that was asked for by the bare request. */
export function rawEnd(reply: RawReply | NoKey): StepEnd {
  if ('missing' in reply) return {};
  return reply.ok ? { path: 'raw', reply: bareReply(reply.text), status: reply.status } : { path: 'raw' };
}

/** A text can hold anything, so what is kept of it is another one that core/reply takes for the same. */
function bareText(text: string): unknown {
  if (HTML.test(text)) return SERVER_ERROR.test(text) ? '<html><title>500' : '<html>';
  const body = parseJson(text);
  if (typeof body === 'object' && body !== null) return bareReply(body);
  if (text.trim() === '') return '';
  return body === undefined && LIKELY_JSON.test(text) ? '{' : '?';
}
