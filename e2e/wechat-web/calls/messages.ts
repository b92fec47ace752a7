// webwxsendmsg: a text to a person or a group. webwxstatusnotify: the page tells which chat is open.
import * as v from 'valibot';
import { carryOut } from '../answering.ts';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { checkPost, type Refusal, refuse } from '../request-check.ts';
import type { Session } from '../session.ts';

const Msg = v.object({
  Type: v.literal(1),
  Content: v.pipe(v.string(), v.minLength(1)),
  FromUserName: v.string(),
  ToUserName: v.string(),
  LocalID: v.pipe(v.string(), v.minLength(1)),
  ClientMsgId: v.pipe(v.string(), v.minLength(1)),
});
const SendBody = v.object({ Msg, Scene: v.optional(v.number()) });

export function sendMessage(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, SendBody);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { session } = checked;
  const message = checked.body.Msg;
  const wrong = checkEnds(message, session, backend);
  if (wrong !== undefined) return refuse(exchange, backend, wrong);
  const said = { to: message.ToUserName, content: message.Content };
  const deed = {
    does: () => {
      // Sent again with the same ClientMsgId it is the same message, as when the browser repeats a request.
      const answered = session.answeredMessages.get(message.ClientMsgId);
      if (answered !== undefined) return answered;
      backend.messages.push(said);
      const id = session.idOf(message.ToUserName) ?? '';
      const room = backend.rooms.get(id);
      if (room !== undefined) backend.rooms.change(id, { messages: [...room.messages, said] });
      const MsgID = String(8_000_000_000_000_000 + backend.messages.length);
      const answer = { BaseResponse: { Ret: 0, ErrMsg: '' }, MsgID, LocalID: message.LocalID };
      session.answeredMessages.set(message.ClientMsgId, answer);
      return answer;
    },
    refuses: ({ ret, errMsg = '' }: { readonly ret: number; readonly errMsg?: string }) => ({
      BaseResponse: { Ret: ret, ErrMsg: errMsg },
      MsgID: '',
      LocalID: '',
    }),
  };
  carryOut(backend.answers.next(backend.scenario.sendMsg), deed, exchange, backend);
}

function checkEnds(
  message: v.InferOutput<typeof Msg>,
  session: Session,
  backend: Backend,
): Refusal | undefined {
  if (message.FromUserName !== session.selfUserName)
    return { ret: 1, why: 'the message is not from yourself' };
  const id = session.idOf(message.ToUserName) ?? '';
  const person = session.account.book.byId(id);
  if (person?.kind === 'stranger') return { ret: 1, why: 'the message is to a stranger' };
  const known = person ?? backend.rooms.get(id);
  return known === undefined ? { ret: 1, why: 'the message is to nobody' } : undefined;
}

const NotifyBody = v.object({ Code: v.number(), FromUserName: v.string(), ToUserName: v.string() });

export function statusNotify(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, NotifyBody);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  exchange.json({ BaseResponse: { Ret: 0, ErrMsg: '' }, MsgID: '1' });
}
