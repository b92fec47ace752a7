// A reply reduced to what it says of the group: what the page may have put beside that, keys even, is not kept.
import { field, listField, textField } from '../core/fields.ts';

/** Enough of a text to tell an error page from the rest. */
const TEXT_KEPT = 400;

/** What core/reply reads, and nothing else. A whole JSON text becomes the object it spells. */
export function bareReply(reply: unknown): unknown {
  if (typeof reply === 'string') return bareText(reply);
  if (typeof reply !== 'object' || reply === null) return reply;
  const base = field(reply, 'BaseResponse');
  if (base === undefined) return {};
  return {
    BaseResponse: { Ret: field(base, 'Ret'), ErrMsg: textField(base, 'ErrMsg') },
    ChatRoomName: textField(reply, 'ChatRoomName'),
    BlackList: textField(reply, 'BlackList'),
    MemberList: listField(reply, 'MemberList').map((member) => ({
      UserName: textField(member, 'UserName'),
      MemberStatus: field(member, 'MemberStatus'),
    })),
  };
}

/** Half a JSON text can hold anything, so only its beginning is kept. */
function bareText(text: string): unknown {
  try {
    return bareReply(JSON.parse(text));
  } catch {
    return text.trimStart().startsWith('{') ? '{' : text.slice(0, TEXT_KEPT);
  }
}
