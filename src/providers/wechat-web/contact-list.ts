// The contact list from the page: the first screen's worth before the rest, which can be ten thousand.
import { type Contact, contactFromRecord } from '../../core/contact.ts';
import { inListOrder } from '../../core/contact-order.ts';
import type { ContactRow } from '../../core/page-answers.ts';
import type { Result } from '../../core/provider.ts';
import { callPage } from './page-call.ts';

const FIRST = 200;
const ALL = 1_000_000;

/**
 * Reads the list in two parts. The page makes a new reading for each first part, so a rest that belongs to another one
 * (a second popup asked in between) is read again from the start.
 */
export async function readContacts(
  tabId: number,
  onFirst: (contacts: readonly Contact[], total: number) => void,
): Promise<Result<readonly Contact[]>> {
  const first = await callPage(tabId, 'contacts', { from: 0, to: FIRST });
  if (!first.ok) return first;
  const start = contactsFrom(first.value.rows);
  if (first.value.total <= FIRST) return { ok: true, value: start };
  onFirst(start, first.value.total);
  const rest = await callPage(tabId, 'contacts', { from: FIRST, to: ALL });
  if (!rest.ok) return rest;
  if (rest.value.reading === first.value.reading) {
    return { ok: true, value: inListOrder([...start, ...rest.value.rows.map(contactFromRow)]) };
  }
  const all = await callPage(tabId, 'contacts', { from: 0, to: ALL });
  return all.ok ? { ok: true, value: contactsFrom(all.value.rows) } : all;
}

/** The page orders by names as they are; only as plain text is their order exact. */
function contactsFrom(rows: readonly ContactRow[]): readonly Contact[] {
  return inListOrder(rows.map(contactFromRow));
}

function contactFromRow(row: ContactRow): Contact {
  const [UserName, NickName, RemarkName, Alias, PYQuanPin, RemarkPYQuanPin, StarFriend, ContactFlag] = row;
  return contactFromRecord({
    UserName,
    NickName,
    RemarkName,
    Alias,
    PYQuanPin,
    RemarkPYQuanPin,
    StarFriend,
    ContactFlag,
    VerifyFlag: 0,
  });
}
