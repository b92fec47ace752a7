// Asks WeChat about some rooms by name: their members, their own names. Source: wechat-web facts, wire format.
import type { UserName } from '../core/contact.ts';
import { listField, parseJson, textField } from '../core/fields.ts';
import type { Services } from './injector.ts';
import { type NoKey, post, type RawReply } from './raw-api.ts';

/** WeChat takes no more in one call. */
const MOST_ROOMS = 50;

export interface Batch {
  readonly reply: RawReply | NoKey;
  /** Those asked for, as far as they were answered. */
  readonly entries: readonly unknown[];
}

export async function batchGet(page: Window, services: Services, rooms: readonly UserName[]): Promise<Batch> {
  const List = rooms.slice(0, MOST_ROOMS).map((UserName) => ({ UserName, ChatRoomId: '' }));
  const body = { Count: List.length, List };
  const reply = await post(page, services, 'webwxbatchgetcontact?type=ex', body);
  const entries = listField(reply.ok ? parseJson(reply.text) : undefined, 'ContactList');
  return { reply, entries: entries.filter((entry) => rooms.includes(textField(entry, 'UserName'))) };
}
