// What every API request must bring: the session's cookies, its keys, and a device id never used before.
import * as v from 'valibot';
import type { Backend } from './backend.ts';
import type { Exchange } from './exchange.ts';
import { ownsCookies, type Session } from './session.ts';

/** `why` is undefined when the request is right but the session is over. */
export interface Refusal {
  readonly ret: number;
  readonly why: string | undefined;
}

export type Checked<T> =
  | { readonly ok: true; readonly session: Session; readonly body: T }
  | { readonly ok: false; readonly refusal: Refusal };

const Uin = v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/))]);
const BaseRequest = v.object({ Uin, Sid: v.string(), Skey: v.string(), DeviceID: v.string() });
const WithBase = v.looseObject({ BaseRequest });

const no = (ret: number, why: string | undefined): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { ret, why },
});

const isPast = (keys: { readonly Skey: string; readonly Sid?: string }, backend: Backend): boolean =>
  backend.pastSessions.some((past) => past.skey === keys.Skey || past.sid === keys.Sid);

/** Cookies only: for what is asked with GET, and as the first half of every POST. */
export function checkCookies(exchange: Exchange, backend: Backend): Checked<undefined> {
  const { session, endedWith } = backend;
  const { cookies } = exchange;
  // What an open page of an earlier login asks is nobody's fault, whichever cookies it has by now.
  if (isPast({ Skey: exchange.request.query['skey'] ?? '' }, backend)) return no(1101, undefined);
  if (session !== undefined && ownsCookies(session, cookies)) {
    return endedWith === undefined ? { ok: true, session, body: undefined } : no(endedWith, undefined);
  }
  if (backend.pastSessions.some((past) => ownsCookies(past, cookies))) return no(1101, undefined);
  if (endedWith !== undefined) return no(endedWith, undefined);
  return no(1100, 'the session cookies are missing or wrong');
}

/** `init` may come without Skey: a reloaded page does not know it yet. */
export function checkPost<T>(
  exchange: Exchange,
  backend: Backend,
  schema: v.GenericSchema<unknown, T>,
  init = false,
): Checked<T> {
  const { request, headers } = exchange;
  if (request.method !== 'POST') return no(1200, `${request.method} instead of POST`);
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return no(1200, 'not sent as JSON');
  const base = v.safeParse(WithBase, request.body);
  if (!base.success) return no(1200, 'no BaseRequest in the body');
  if (isPast(base.output.BaseRequest, backend)) return no(1101, undefined);
  const cookies = checkCookies(exchange, backend);
  if (!cookies.ok) return cookies;
  const { session } = cookies;
  const { Uin, Sid, Skey, DeviceID } = base.output.BaseRequest;
  if (String(Uin) !== String(session.account.uin)) return no(1100, 'the Uin is not this session’s');
  if (Sid !== session.sid) return no(1100, 'the Sid is not this session’s');
  if (Skey !== session.skey && !(init && Skey === '')) return no(-14, 'the Skey is not this session’s');
  const device = checkDeviceId(DeviceID, exchange, backend);
  if (device !== undefined) return { ok: false, refusal: device };
  const passTicket = exchange.url.searchParams.get('pass_ticket');
  if (passTicket !== null && passTicket !== session.passTicket)
    return no(-14, 'the pass_ticket is not this session’s');
  const body = v.safeParse(schema, request.body);
  if (!body.success) return no(1200, v.summarize(body.issues).replaceAll('\n', ' '));
  return { ok: true, session, body: body.output };
}

/** Only what Chromium sends again by itself, letter for letter, may use a device id twice. */
export function checkDeviceId(deviceId: string, exchange: Exchange, backend: Backend): Refusal | undefined {
  if (!/^e\d{15}$/.test(deviceId)) return { ret: 1, why: `"${deviceId}" is no DeviceID` };
  const usedBy = backend.deviceIds.get(deviceId);
  const cut = backend.cutRequests.has(exchange.fingerprint);
  if (usedBy !== undefined && !(cut && usedBy === exchange.fingerprint)) {
    return { ret: 1, why: 'the DeviceID was used before' };
  }
  backend.deviceIds.set(deviceId, exchange.fingerprint);
  return undefined;
}

/** Answers with the refusal, and remembers it when it is the asker's fault. */
export function refuse(exchange: Exchange, backend: Backend, refusal: Refusal): undefined {
  if (refusal.why !== undefined) backend.refused(exchange.request.call, refusal.why);
  exchange.json({ BaseResponse: { Ret: refusal.ret, ErrMsg: '' } });
}
