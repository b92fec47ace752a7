// Where the contacts of a login are: the page's contactFactory, else window._contacts, else what WeChat answered directly.
import { isRoomName } from '../core/contact-kind.ts';
import { field, textField } from '../core/fields.ts';
import type { Login } from './account.ts';
import type { Services } from './injector.ts';
import { ask } from './reach.ts';

export interface ContactSource {
  /** Changes whenever a contact does; cheap to read. */
  readonly revision: string;
  readonly size: number;
  /** Whether the source itself knows that nothing more comes; undefined when it cannot tell. */
  readonly complete?: boolean | undefined;
  /** Everybody, with WeChat's own entries still among them. */
  readonly people: () => readonly unknown[];
  readonly rooms: () => readonly unknown[];
  readonly find: (userName: string) => unknown;
}

const NOTHING: ContactSource = {
  revision: 'none',
  size: 0,
  people: () => [],
  rooms: () => [],
  find: () => undefined,
};

/** The first source of this login that is there. */
export function contactSource(page: Window, services: Services, login: Login): ContactSource {
  if (login.state !== 'in') return NOTHING;
  const factory = services.get('contactFactory');
  const map = ask(factory, 'getAllContacts') ?? field(page, '_contacts');
  if (typeof map === 'object' && map !== null) return pageSource(factory, map);
  return login.raw === undefined ? NOTHING : rawSource(login.raw.entries, login.raw.complete);
}

/** Without `isNewArray` the page hands out its own list, which others empty and refill. Source: wechat-web facts. */
function pageSource(factory: unknown, map: object): ContactSource {
  const size = Object.keys(map).length;
  const all = () => Object.values(map);
  const list = (value: unknown): readonly unknown[] | undefined => (Array.isArray(value) ? value : undefined);
  return {
    revision: `${String(field(factory, 'contactChangeFlag'))}:${size}`,
    size,
    people: () =>
      list(ask(factory, 'getAllFriendContact', { isNewArray: true, isWithoutBrand: true })) ?? all(),
    rooms: () => list(ask(factory, 'getAllChatroomContact')) ?? all().filter(isRoom),
    find: (userName) => field(map, userName),
  };
}

function rawSource(entries: readonly unknown[], complete: boolean): ContactSource {
  return {
    revision: `raw:${entries.length}`,
    size: entries.length,
    complete,
    people: () => entries,
    rooms: () => entries.filter(isRoom),
    find: (userName) => entries.find((entry) => textField(entry, 'UserName') === userName),
  };
}

function isRoom(entry: unknown): boolean {
  return isRoomName(textField(entry, 'UserName'));
}
