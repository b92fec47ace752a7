// Speaks to the stand-in over HTTPS as a page would, for tests without a browser.
import { type Agent, request } from 'node:https';
import type { WeChatWeb } from './server.ts';
import { sessionCookies } from './session.ts';

export interface Got {
  readonly status: number;
  readonly type: string;
  readonly setCookie: readonly string[];
  readonly bytes: Buffer;
  readonly text: string;
  /** The body as JSON, undefined when it is none. */
  readonly json: unknown;
  readonly ret: unknown;
}

export interface Asking {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent;
}

export function ask(
  web: WeChatWeb,
  { method = 'GET', path, body, headers = {}, agent }: Asking,
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: web.port,
        path,
        method,
        rejectUnauthorized: false,
        servername: 'wx.qq.com',
        agent: agent ?? false,
        headers: { host: 'wx.qq.com', ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve(gotOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks))),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function gotOf(status: number, headers: NodeJS.Dict<string | string[]>, bytes: Buffer): Got {
  const text = bytes.toString('utf8');
  const json = parsed(text);
  const setCookie = headers['set-cookie'];
  return {
    status,
    bytes,
    text,
    json,
    ret: retOf(json),
    type: String(headers['content-type'] ?? ''),
    setCookie: Array.isArray(setCookie) ? setCookie : [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retOf(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || !('BaseResponse' in json)) return undefined;
  const base = json.BaseResponse;
  return typeof base === 'object' && base !== null && 'Ret' in base ? base.Ret : undefined;
}

let devices = 0;

/** Never the same twice in this process. */
export function deviceId(): string {
  devices += 1;
  return `e${String(devices).padStart(15, '0')}`;
}

export function baseRequest(web: WeChatWeb): Readonly<Record<'Uin' | 'Sid' | 'Skey' | 'DeviceID', string>> {
  const { session } = web.backend;
  if (session === undefined) throw new Error('nobody has logged in yet');
  return {
    Uin: String(session.account.uin),
    Sid: session.sid,
    Skey: session.skey,
    DeviceID: deviceId(),
  };
}

export function cookieHeader(web: WeChatWeb): Readonly<Record<string, string>> {
  const { session } = web.backend;
  if (session === undefined) return {};
  const pairs = Object.entries(sessionCookies(session)).map(([name, value]) => `${name}=${value}`);
  return { cookie: pairs.join('; ') };
}

export const api = (call: string): string => `/cgi-bin/mmwebwx-bin/${call}`;

/** A right request, but for what is replaced. */
export function post(
  web: WeChatWeb,
  call: string,
  body: object,
  replaced: Partial<Asking> = {},
): Promise<Got> {
  return ask(web, {
    method: 'POST',
    path: api(call),
    body: JSON.stringify({ BaseRequest: baseRequest(web), ...body }),
    headers: { 'content-type': 'application/json;charset=UTF-8', ...cookieHeader(web) },
    ...replaced,
  });
}

/** Asks for a group of the people with these indexes. */
export function create(
  web: WeChatWeb,
  indexes: readonly number[],
  replaced: Partial<Asking> = {},
): Promise<Got> {
  const members = indexes.map((index) => ({ UserName: web.backend.person(index).userName }));
  const body = { MemberCount: members.length, MemberList: members, Topic: '' };
  return post(web, 'webwxcreatechatroom?r=1511952419440', body, replaced);
}
