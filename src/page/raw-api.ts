// WeChat's calls made directly, for pages whose services cannot be reached. Source: wechat-web facts, wire format.
import type { Services } from './injector.ts';
import { askText } from './reach.ts';
import { type BaseRequest, findSession } from './session-keys.ts';

const API = '/cgi-bin/mmwebwx-bin/';

/** What came back: the text of the body, or nothing when the network gave none. */
export type RawReply =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | { readonly ok: false };

/** Nothing was sent, because this key of the session was not found. */
export interface NoKey {
  readonly ok: false;
  readonly missing: 'no-session-key' | 'no-sid' | 'no-uin';
}

/**
 * POSTs a call as the page does: same origin, cookies included, once, with the session's keys.
 * @param name the call and its own parameters, as in `webwxupdatechatroom?fun=modtopic`
 */
export async function post(
  page: Window,
  services: Services,
  name: string,
  body: Readonly<Record<string, unknown>>,
): Promise<RawReply | NoKey> {
  const session = findSession(page, services);
  return session.ok ? postAs(page, services, session.baseRequest, name, body) : session;
}

/** The same with keys that are at hand. */
export function postAs(
  page: Window,
  services: Services,
  BaseRequest: BaseRequest,
  name: string,
  body?: Readonly<Record<string, unknown>>,
): Promise<RawReply> {
  return send(page, address(page, services, name), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8' },
    body: JSON.stringify({ BaseRequest, ...body }),
  });
}

/** GETs a page of the contacts. `seq` 0 is the first; the reply's `Seq` is the next, 0 after the last. */
export function getContacts(page: Window, services: Services, seq: number, skey: string): Promise<RawReply> {
  const url = address(page, services, 'webwxgetcontact');
  url.searchParams.set('seq', String(seq));
  url.searchParams.set('skey', skey);
  return send(page, url, { method: 'GET' });
}

/** The interceptor of the page adds these; `pass_ticket` is unknown after a reload, and then left out. */
function address(page: Window, services: Services, name: string): URL {
  const url = new URL(API + name, page.location.origin);
  url.searchParams.set('r', String(Date.now()));
  const passTicket = askText(services.get('accountFactory'), 'getPassticket');
  if (passTicket !== '') url.searchParams.set('pass_ticket', passTicket);
  const lang = new URLSearchParams(page.location.search).get('lang');
  if (lang !== null) url.searchParams.set('lang', lang);
  return url;
}

async function send(page: Window, url: URL, init: RequestInit): Promise<RawReply> {
  try {
    const response = await page.fetch(url, { ...init, credentials: 'same-origin' });
    return { ok: true, status: response.status, text: await response.text() };
  } catch {
    return { ok: false };
  }
}
