// webwxgetcontact (all contacts, in pages) and webwxbatchgetcontact (some people or groups by UserName).
import * as v from 'valibot';
import { carryOut } from '../answering.ts';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { checkCookies, checkPost, refuse } from '../request-check.ts';
import type { Room } from '../rooms.ts';
import type { MadeAnswer } from '../scenario.ts';
import type { Session } from '../session.ts';
import { contactRecord, roomRecord } from '../wire.ts';

export function getContact(exchange: Exchange, backend: Backend): undefined {
  const checked = checkCookies(exchange, backend);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { session } = checked;
  const { skey, seq = '0' } = exchange.request.query;
  if (skey !== session.skey) {
    return refuse(exchange, backend, { ret: -14, why: 'the skey is not this session’s' });
  }
  const { size, delayMs, failAt } = backend.scenario.contactPages;
  const page = Math.floor(Number(seq) / size);
  const records = contactPage(session, backend, page * size, size);
  const reply = (): undefined => {
    if (page + 1 === failAt) return exchange.reply(500, 'text/html', '<h1>500</h1>');
    exchange.json({
      BaseResponse: { Ret: 0, ErrMsg: '' },
      MemberCount: records.list.length,
      MemberList: records.list,
      Seq: records.more ? (page + 1) * size : 0,
    });
  };
  if (delayMs > 0) exchange.onClose(backend.timers.after(delayMs, reply));
  else reply();
}

function contactPage(session: Session, backend: Backend, from: number, size: number) {
  const { book, number } = session.account;
  const people = book.entries
    .filter((entry) => !backend.removedIds.has(entry.id))
    .map((entry) => () => contactRecord(entry, session));
  const saved = backend.rooms.of(number).filter((room) => !room.made);
  const all = [...people, ...saved.map((room) => () => roomRecord(room, session))];
  return { list: all.slice(from, from + size).map((record) => record()), more: from + size < all.length };
}

const BatchBody = v.object({
  Count: v.number(),
  List: v.pipe(
    v.array(v.object({ UserName: v.string(), ChatRoomId: v.optional(v.string()) })),
    v.minLength(1),
    v.maxLength(50),
  ),
});

export function batchGetContact(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, BatchBody);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { body, session } = checked;
  if (body.Count !== body.List.length) {
    return refuse(exchange, backend, { ret: 1, why: 'Count is not the length of List' });
  }
  const records = body.List.flatMap(({ UserName }) => recordOf(UserName, session, backend) ?? []);
  const deed = {
    does: (answer: MadeAnswer) => {
      const other = roomInstead(answer, session, backend);
      const told = other === undefined ? records : [roomRecord(other, session)];
      return { BaseResponse: { Ret: 0, ErrMsg: '' }, Count: told.length, ContactList: told };
    },
    refuses: ({ ret, errMsg = '' }: { readonly ret: number; readonly errMsg?: string }) => ({
      BaseResponse: { Ret: ret, ErrMsg: errMsg },
      Count: 0,
      ContactList: [],
    }),
  };
  carryOut(backend.answers.next(backend.scenario.batchGet), deed, exchange, backend);
}

export function recordOf(userName: string, session: Session, backend: Backend): object | undefined {
  const id = session.idOf(userName) ?? '';
  const entry = session.account.book.byId(id);
  if (entry !== undefined) return contactRecord(entry, session);
  const room = backend.rooms.get(id);
  return room === undefined || room.left ? undefined : roomRecord(room, session);
}

/** The group a script wants told of in place of the one asked for; a slip in the script counts as a violation. */
export function roomInstead({ instead }: MadeAnswer, session: Session, backend: Backend): Room | undefined {
  if (instead === undefined) return undefined;
  const room = backend.rooms.get(session.idOf(instead) ?? '');
  if (room === undefined) backend.refused('scenario', `"${instead}" is no group of this session`);
  return room;
}
