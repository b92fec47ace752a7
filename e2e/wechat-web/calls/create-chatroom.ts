// webwxcreatechatroom: makes a group of at least two friends.
import * as v from 'valibot';
import { carryOut, type Deed } from '../answering.ts';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import type { Person } from '../person.ts';
import { checkPost, type Refusal, refuse } from '../request-check.ts';
import type { MemberStatuses } from '../scenario.ts';
import type { Session } from '../session.ts';
import { memberRecord } from '../wire.ts';
import { memberStatusOf, placesOf } from './membership.ts';

const Body = v.object({
  MemberCount: v.number(),
  MemberList: v.array(v.object({ UserName: v.string() })),
  Topic: v.string(),
});
type CreateBody = v.InferOutput<typeof Body>;

const notMade =
  '<e><ShowType>1</ShowType><Content><![CDATA[创建群聊失败]]></Content><Url><![CDATA[]]></Url></e>';

export function createChatroom(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, Body);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { body, session } = checked;
  const wrong = checkMembers(body, session, exchange);
  if (wrong !== undefined) return refuse(exchange, backend, wrong);
  const answer = backend.answers.next(backend.scenario.create);
  carryOut(answer, makingOf(body, session, backend), exchange, backend);
}

function checkMembers(body: CreateBody, session: Session, exchange: Exchange): Refusal | undefined {
  const userNames = body.MemberList.map((member) => member.UserName);
  const wrong = (why: string): Refusal => ({ ret: 1, why });
  if (!/^\d+$/.test(exchange.request.query['r'] ?? '')) return wrong('no time in r');
  if (body.MemberCount !== userNames.length) return wrong('MemberCount is not the length of MemberList');
  if (userNames.length < 2) return wrong('fewer than two people');
  if (new Set(userNames).size !== userNames.length) return wrong('somebody is in the list twice');
  if (userNames.includes(session.selfUserName)) return wrong('yourself is in the list');
  const stranger = userNames.find((userName) => !isFriend(userName, session));
  return stranger === undefined ? undefined : wrong(`${stranger} is no friend of this session`);
}

/** People removed since still count: the sender could not know. */
const isFriend = (userName: string, session: Session): boolean =>
  session.account.book.byId(session.idOf(userName) ?? '')?.kind === 'friend';

const idsOf = (people: readonly Person[]): readonly string[] => people.map((one) => one.id);

function makingOf(body: CreateBody, session: Session, backend: Backend): Deed {
  const { account } = session;
  const people = body.MemberList.flatMap(({ UserName }) => {
    const found = account.book.byId(session.idOf(UserName) ?? '');
    return found === undefined ? [] : [found];
  });
  const statusOf = (one: Person, told: MemberStatuses): number => memberStatusOf(one, told, session, backend);
  const reply = (
    said: { readonly ret: number; readonly errMsg: string; readonly blackList: string | undefined },
    told: MemberStatuses,
    room: string,
  ): object => ({
    BaseResponse: { Ret: said.ret, ErrMsg: said.errMsg },
    Topic: body.Topic,
    PYInitial: '',
    QuanPin: '',
    MemberCount: people.length,
    MemberList: people.map((one) => memberRecord(one, session, statusOf(one, told))),
    ChatRoomName: room,
    BlackList: said.blackList ?? '',
  });
  return {
    does: ({ ret: wanted, memberStatus = {}, blackList, errMsg = 'Everything is OK' }) => {
      const { inside, invited } = placesOf(people.filter((one) => statusOf(one, memberStatus) === 0));
      const ret = wanted ?? (invited.length > 0 ? -2013 : 0);
      if (inside.length === 0 && ret === 0)
        return reply({ ret: 0, errMsg: notMade, blackList }, memberStatus, '');
      const room = backend.rooms.make(account.number, {
        askedIds: idsOf(people),
        memberIds: idsOf(inside),
        invitedIds: idsOf(invited),
        topic: body.Topic,
      });
      backend.deliverRoom(room.id);
      return reply({ ret, errMsg, blackList }, memberStatus, session.userNameOf(room.id));
    },
    refuses: ({ ret, errMsg = '', memberStatus, blackList }) => {
      const refused = reply({ ret, errMsg, blackList }, memberStatus ?? {}, '');
      return memberStatus === undefined ? { ...refused, MemberCount: 0, MemberList: [] } : refused;
    },
  };
}
