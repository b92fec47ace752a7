// A name for the account that stays the same through logins, and tells nobody which account it is.
import type { Services } from './injector.ts';
import { ask } from './reach.ts';
import { cookie } from './session-keys.ts';

const LENGTH = 16;

/** Hex digits of a digest of the account's number; `''` when the number is not to be had. */
export async function accountKey(page: Window, services: Services): Promise<string> {
  const uin = String(ask(services.get('accountFactory'), 'getUin') ?? cookie(page, 'wxuin'));
  if (!/^\d+$/.test(uin)) return '';
  return digest(page, uin).catch(() => '');
}

async function digest(page: Window, uin: string): Promise<string> {
  const bytes = await page.crypto.subtle.digest('SHA-256', new TextEncoder().encode(`laqun ${uin}`));
  const hex = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('').slice(0, LENGTH);
}
