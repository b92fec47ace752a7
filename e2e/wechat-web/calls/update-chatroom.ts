// webwxupdatechatroom: renames a group, adds, invites or removes people, or leaves it.
import * as v from 'valibot';
import { carryOut, type Deed } from '../answering.ts';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { checkPost, type Refusal, refuse } from '../request-check.ts';
import type { Room } from '../rooms.ts';
import type { Session } from '../session.ts';
import { roomMembers } from '../wire.ts';

/** From this many members on, people are invited and must accept. */
export const inviteStartCount = 40;

const Body = v.object({
  ChatRoomName: v.string(),
  NewTopic: v.optional(v.string()),
  AddMemberList: v.optional(v.string()),
  InviteMemberList: v.optional(v.string()),
  DelMemberList: v.optional(v.string()),
});
type UpdateBody = v.InferOutput<typeof Body>;

/** What becomes of the room, or why not. */
type Change = { readonly room: Partial<Room> } | { readonly ret: number };

export function updateChatroom(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, Body);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { body, session } = checked;
  const room = backend.rooms.get(session.idOf(body.ChatRoomName) ?? '');
  if (room === undefined) return refuse(exchange, backend, { ret: 1, why: 'no such group' });
  const change = changeOf(exchange.request.query['fun'] ?? '', body, room, session);
  if ('why' in change) return refuse(exchange, backend, change);
  const answer = backend.answers.next(backend.scenario.updateChatroom);
  carryOut(answer, changing(room, change, session, backend), exchange, backend);
}

function changeOf(fun: string, body: UpdateBody, room: Room, session: Session): Change | Refusal {
  const wrong = (why: string): Refusal => ({ ret: 1, why });
  if (fun === 'quitchatroom') return { room: { left: true } };
  if (fun === 'modtopic') {
    return body.NewTopic === undefined ? wrong('no NewTopic') : { room: { topic: body.NewTopic } };
  }
  if (fun === 'delmember') {
    const gone = idsOf(body.DelMemberList, session);
    if (gone === undefined) return wrong('DelMemberList names strangers or nobody');
    return { room: { memberIds: room.memberIds.filter((id) => !gone.includes(id)) } };
  }
  if (fun === 'addmember') {
    const added = idsOf(body.AddMemberList, session);
    if (added === undefined) return wrong('AddMemberList names strangers or nobody');
    const memberIds = [...new Set([...room.memberIds, ...added])];
    return memberIds.length + 1 >= inviteStartCount ? { ret: -2012 } : { room: { memberIds } };
  }
  if (fun === 'invitemember') {
    const invited = idsOf(body.InviteMemberList, session);
    if (invited === undefined) return wrong('InviteMemberList names strangers or nobody');
    return { room: { invitedIds: [...new Set([...room.invitedIds, ...invited])] } };
  }
  return wrong(`no such fun: "${fun}"`);
}

/** The ids of "@a,@b"; undefined when one of them is no friend. */
function idsOf(list: string | undefined, session: Session): readonly string[] | undefined {
  const ids = (list ?? '').split(',').map((userName) => session.idOf(userName) ?? '');
  return ids.every((id) => session.account.book.byId(id)?.kind === 'friend') ? ids : undefined;
}

function changing(room: Room, change: Change, session: Session, backend: Backend): Deed {
  const reply = (ret: number, errMsg: string, after: Room): object => {
    const members = roomMembers(after, session);
    return { BaseResponse: { Ret: ret, ErrMsg: errMsg }, MemberCount: members.length, MemberList: members };
  };
  return {
    does: ({ ret = 0, errMsg = '' }) => {
      if ('ret' in change) return reply(change.ret, '', room);
      const after = backend.rooms.change(room.id, change.room) ?? room;
      const gone = change.room.left === true;
      session.feed.push({ kind: gone ? 'removed' : 'changed', id: room.id });
      return reply(ret, errMsg, after);
    },
    refuses: ({ ret, errMsg = '' }) => ({
      BaseResponse: { Ret: ret, ErrMsg: errMsg },
      MemberCount: 0,
      MemberList: [],
    }),
  };
}
