// webwxinit, the long poll synccheck, webwxsync, and the end of a session.
import * as v from 'valibot';
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { checkCookies, checkDeviceId, checkPost, refuse } from '../request-check.ts';
import type { Session } from '../session.ts';
import { contactRecord, roomRecord, userRecord } from '../wire.ts';
import { recordOf } from './contacts.ts';
import { inviteStartCount } from './membership.ts';

const pollMs = 25_000;
const handful = 5;

const syncKey = (position: number): object => ({ Count: 1, List: [{ Key: 1, Val: position }] });

export function init(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, v.object({}), true);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { session } = checked;
  const { book, number } = session.account;
  const helper = book.byId('filehelper');
  const people = [
    ...(helper === undefined ? [] : [helper]),
    ...book.friends.slice(0, handful).filter((one) => !backend.removedIds.has(one.id)),
  ];
  const rooms = backend.rooms.of(number).filter((room) => !room.made || backend.scenario.sync.deliversRooms);
  const contacts = [
    ...people.map((one) => contactRecord(one, session)),
    ...rooms.map((room) => roomRecord(room, session)),
  ];
  const recent = [...rooms.toReversed(), ...people].map((one) => session.userNameOf(one.id));
  exchange.json({
    BaseResponse: { Ret: 0, ErrMsg: '' },
    Count: contacts.length,
    ContactList: contacts,
    SyncKey: syncKey(session.feed.position),
    User: userRecord(session),
    ChatSet: `${recent.join(',')},`,
    SKey: session.skey,
    ClientVersion: 654_311_477,
    SystemTime: 1_511_952_419,
    GrayScale: 1,
    InviteStartCount: inviteStartCount,
    MPSubscribeMsgCount: 0,
    MPSubscribeMsgList: [],
    ClickReportInterval: 600_000,
  });
}

const SyncBody = v.object({
  SyncKey: v.object({ List: v.array(v.object({ Key: v.number(), Val: v.number() })) }),
});

export function sync(exchange: Exchange, backend: Backend): undefined {
  const checked = checkPost(exchange, backend, SyncBody);
  if (!checked.ok) return refuse(exchange, backend, checked.refusal);
  const { session, body } = checked;
  const news = session.feed.since(body.SyncKey.List[0]?.Val ?? 0);
  const idsOf = (kind: 'changed' | 'removed') => [
    ...new Set(news.filter((one) => one.kind === kind).map((one) => session.userNameOf(one.id))),
  ];
  const changed = idsOf('changed').flatMap((userName) => recordOf(userName, session, backend) ?? []);
  const removed = idsOf('removed').map((UserName) => ({ UserName, ContactFlag: 0 }));
  const key = syncKey(session.feed.position);
  exchange.json({
    BaseResponse: { Ret: 0, ErrMsg: '' },
    AddMsgCount: 0,
    AddMsgList: [],
    ModContactCount: changed.length,
    ModContactList: changed,
    DelContactCount: removed.length,
    DelContactList: removed,
    ModChatRoomMemberCount: 0,
    ModChatRoomMemberList: [],
    ContinueFlag: 0,
    SyncKey: key,
    SyncCheckKey: key,
    SKey: '',
  });
}

/** Answers at once when there is news, else when some comes, the session ends, or the poll has lasted long enough. */
export function syncCheck(exchange: Exchange, backend: Backend): undefined {
  const say = (retcode: number, selector: number): undefined =>
    exchange.reply(200, 'text/javascript', `window.synccheck={retcode:"${retcode}",selector:"${selector}"}`);
  const { skey, sid, synckey = '', deviceid = '' } = exchange.request.query;
  const checked = checkCookies(exchange, backend);
  if (!checked.ok) return say(checked.refusal.ret === 1102 ? 1102 : 1101, 0);
  const { session } = checked;
  const wrong =
    skey !== session.skey || sid !== session.sid ? 'the skey or sid is not this session’s' : undefined;
  const why = wrong ?? checkDeviceId(deviceid, exchange, backend)?.why;
  if (why !== undefined) {
    backend.refused(exchange.request.call, why);
    return say(1100, 0);
  }
  const position = Number(/^1_(\d+)$/.exec(synckey)?.[1] ?? 0);
  const answer = (): undefined => {
    if (isOver(session, backend)) return say(backend.endedWith === 1102 ? 1102 : 1101, 0);
    say(0, position < session.feed.position ? 2 : 0);
  };
  exchange.onClose(session.feed.wait(position, pollMs, answer));
}

const isOver = (session: Session, backend: Backend): boolean =>
  backend.session !== session || backend.endedWith !== undefined;

export function logout(exchange: Exchange, backend: Backend): undefined {
  const checked = checkCookies(exchange, backend);
  if (checked.ok) backend.endSession(1101);
  exchange.reply(200, 'text/plain; charset=UTF-8', '');
}
