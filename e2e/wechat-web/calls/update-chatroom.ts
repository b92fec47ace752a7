// webwxupdatechatroom: renames a group, adds, invites or removes people, or leaves it.
import * as v from 'valibot';
import { carryOut, type Deed } from '../answering.ts';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import type { Person } from '../person.ts';
import { checkPost, type Refusal, refuse } from '../request-check.ts';
import type { Room } from '../rooms.ts';
import type { MadeAnswer } from '../scenario.ts';
import type { Session } from '../session.ts';
import { memberRecord, roomMembers } from '../wire.ts';
import { roomInstead } from './contacts.ts';
import { inviteStartCount, memberStatusOf } from './membership.ts';

const Body = v.object({
  ChatRoomName: v.string(),
  NewTopic: v.optional(v.string()),
  AddMemberList: v.optional(v.string()),
  InviteMemberList: v.optional(v.string()),
  DelMemberList: v.optional(v.string()),
});
type UpdateBody = v.InferOutput<typeof Body>;

type Outcome =
  /** What becomes of the room, and who was to come in but could not. */
  | { readonly change: Partial<Room>; readonly notIn?: readonly object[] }
  /** Nothing, and why. */
  | { readonly ret: number };

/** Looks at the room as it is when the deed is done: after a slow answer it may be another than when asked. */
type Update = (room: Room, answer: MadeAnswer) => Outcome;

export function updateChatroom(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, Body);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { body, session } = checked;
  const room = backend.rooms.get(session.idOf(body.ChatRoomName) ?? '');
  if (room === undefined) return refuse(exchange, backend, { ret: 1, why: 'no such group' });
  const update = updateOf(exchange.request.query['fun'] ?? '', body, session, backend);
  if (typeof update !== 'function') return refuse(exchange, backend, update);
  const answer = backend.answers.next(backend.scenario.updateChatroom);
  carryOut(answer, updating(room, update, session, backend), exchange, backend);
}

function updateOf(fun: string, body: UpdateBody, session: Session, backend: Backend): Update | Refusal {
  const wrong = (why: string): Refusal => ({ ret: 1, why });
  if (fun === 'quitchatroom') return () => ({ change: { left: true } });
  if (fun === 'modtopic') {
    const { NewTopic } = body;
    if (NewTopic === undefined) return wrong('no NewTopic');
    return (_room, { topic = NewTopic }) => ({ change: { topic } });
  }
  if (fun === 'delmember') {
    const gone = friendsIn(body.DelMemberList, session)?.map((one) => one.id);
    if (gone === undefined) return wrong('DelMemberList names strangers or nobody');
    return (room) => ({ change: { memberIds: room.memberIds.filter((id) => !gone.includes(id)) } });
  }
  if (fun === 'addmember') {
    const added = friendsIn(body.AddMemberList, session);
    return added === undefined
      ? wrong('AddMemberList names strangers or nobody')
      : adding(added, session, backend);
  }
  if (fun === 'invitemember') {
    const invited = friendsIn(body.InviteMemberList, session)?.map((one) => one.id);
    if (invited === undefined) return wrong('InviteMemberList names strangers or nobody');
    return (room) => ({ change: { invitedIds: [...new Set([...room.invitedIds, ...invited])] } });
  }
  return wrong(`no such fun: "${fun}"`);
}

/** The people of "@a,@b"; undefined when one of them is no friend. */
function friendsIn(list: string | undefined, session: Session): readonly Person[] | undefined {
  const userNames = (list ?? '').split(',');
  const people = userNames.flatMap(
    (userName) => session.account.book.byId(session.idOf(userName) ?? '') ?? [],
  );
  const areFriends = people.length === userNames.length && people.every((one) => one.kind === 'friend');
  return areFriends ? people : undefined;
}

function adding(added: readonly Person[], session: Session, backend: Backend): Update {
  return (room, { memberStatus = {} }) => {
    const newcomers = [...new Set(added)].filter((one) => !room.memberIds.includes(one.id));
    if (room.memberIds.length + newcomers.length + 1 >= inviteStartCount) return { ret: -2012 };
    const asked = newcomers.map((one) => ({
      one,
      status: memberStatusOf(one, memberStatus, session, backend),
    }));
    const inside = asked.filter(({ status }) => status === 0).map(({ one }) => one.id);
    return {
      change: { memberIds: [...room.memberIds, ...inside] },
      notIn: asked
        .filter(({ status }) => status !== 0)
        .map(({ one, status }) => memberRecord(one, session, status)),
    };
  };
}

function updating(asked: Room, update: Update, session: Session, backend: Backend): Deed {
  return {
    does: (answer) => {
      const { ret = 0, errMsg = '' } = answer;
      const room = backend.rooms.get(asked.id) ?? asked;
      const outcome = update(room, answer);
      if ('ret' in outcome) return bodyOf(outcome.ret, '', roomMembers(room, session));
      const after = backend.rooms.change(room.id, outcome.change) ?? room;
      session.feed.push({ kind: after.left ? 'removed' : 'changed', id: room.id });
      const members = [...roomMembers(after, session), ...(outcome.notIn ?? [])];
      const other = roomInstead(answer, session, backend);
      const about = other === undefined ? {} : { ChatRoomName: session.userNameOf(other.id) };
      return { ...bodyOf(ret, errMsg, members), ...about };
    },
    refuses: ({ ret, errMsg = '' }) => bodyOf(ret, errMsg, []),
  };
}

const bodyOf = (ret: number, errMsg: string, members: readonly object[]): object => ({
  BaseResponse: { Ret: ret, ErrMsg: errMsg },
  MemberCount: members.length,
  MemberList: members,
});
