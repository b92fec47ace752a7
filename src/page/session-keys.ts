// The keys of the WeChat session: read where the page has them, used in requests, given to nobody.

import { field, integerField, textField } from '../core/fields.ts';
import type { Services } from './injector.ts';
import { ask, askText } from './reach.ts';

export interface BaseRequest {
  readonly Uin: number;
  readonly Sid: string;
  readonly Skey: string;
  readonly DeviceID: string;
}

export type Session =
  | { readonly ok: true; readonly baseRequest: BaseRequest }
  | { readonly ok: false; readonly missing: 'no-session-key' | 'no-sid' | 'no-uin' };

/** A BaseRequest from the page's account service, else from cookies and page data, with a DeviceID of its own. */
export function findSession(page: Window, services: Services): Session {
  const account = services.get('accountFactory');
  const own = ownBaseRequest(account);
  if (own !== undefined) return { ok: true, baseRequest: own };
  const uin = Number(cookie(page, 'wxuin'));
  if (!Number.isFinite(uin) || uin === 0) return { ok: false, missing: 'no-uin' };
  const sid = cookie(page, 'wxsid');
  if (sid === '') return { ok: false, missing: 'no-sid' };
  const skey = askText(account, 'getSkey') || skeyInContacts(page) || skeyInImages(page);
  if (skey === '') return { ok: false, missing: 'no-session-key' };
  return { ok: true, baseRequest: { Uin: uin, Sid: sid, Skey: skey, DeviceID: newDeviceId(page) } };
}

function ownBaseRequest(account: unknown): BaseRequest | undefined {
  const own = field(ask(account, 'getBaseRequest'), 'BaseRequest');
  const Uin = integerField(own, 'Uin');
  const [Sid, Skey, DeviceID] = [textField(own, 'Sid'), textField(own, 'Skey'), textField(own, 'DeviceID')];
  if (Uin === undefined || Sid === '' || Skey === '' || DeviceID === '') return undefined;
  return { Uin, Sid, Skey, DeviceID };
}

/** `e` and 15 digits, new for each request, as the page makes them. */
function newDeviceId(page: Window): string {
  const digits = page.crypto.getRandomValues(new Uint8Array(15));
  return `e${Array.from(digits, (byte) => byte % 10).join('')}`;
}

export function cookie(page: Window, name: string): string {
  for (const pair of page.document.cookie.split('; ')) {
    if (pair.startsWith(`${name}=`)) return decoded(pair.slice(name.length + 1));
  }
  return '';
}

/** A value with a lone `%` was never encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The Skey is in no cookie, but in the address of every picture of a contact. */
function skeyIn(address: string): string {
  return /[?&]skey=(@crypt_\w+)/.exec(address.replace(/%40/gi, '@'))?.[1] ?? '';
}

function skeyInContacts(page: Window): string {
  const contacts = field(page, '_contacts');
  if (typeof contacts !== 'object' || contacts === null) return '';
  for (const userName of Object.keys(contacts)) {
    const skey = skeyIn(textField(field(contacts, userName), 'HeadImgUrl'));
    if (skey !== '') return skey;
  }
  return '';
}

function skeyInImages(page: Window): string {
  for (const image of page.document.images) {
    const skey = skeyIn(image.getAttribute('src') ?? '') || skeyIn(image.getAttribute('mm-src') ?? '');
    if (skey !== '') return skey;
  }
  return '';
}
