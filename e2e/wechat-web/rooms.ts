// Every group of an account: those it had before, and those the tests' requests have made.
import type { AddressBook } from './address-book.ts';
import { emoji, han, join, latin } from './name.ts';

export interface Message {
  /** UserName of the group or person it went to, in the session of that time. */
  readonly to: string;
  readonly content: string;
}

export interface Room {
  readonly id: string;
  readonly account: number;
  /** Made by a request, not there from the beginning. */
  readonly made: boolean;
  /** Counts the groups made, from 1; 0 for those that were there before. */
  readonly createdAt: number;
  /** Ids of the people in it, without yourself. */
  readonly memberIds: readonly string[];
  /** Ids of all the people asked for, in or not. */
  readonly askedIds: readonly string[];
  readonly invitedIds: readonly string[];
  /** Plain text. */
  readonly topic: string;
  readonly nameHtml: string;
  readonly messages: readonly Message[];
  readonly left: boolean;
}

type NewRoom = Pick<Room, 'askedIds' | 'memberIds' | 'invitedIds' | 'topic'>;

export class Rooms {
  readonly #rooms = new Map<string, Room>();
  #made = 0;

  /** From the beginning: a group with a name, one with an emoji in it and strangers among its people, one without. */
  furnish(account: number, book: AddressBook): void {
    const ids = book.friends.map((friend) => friend.id);
    const old = [
      { name: han('周末爬山', 'zhou mo pa shan'), strangers: [] },
      { name: join(latin('Tea Club'), emoji('1f375', '🍵')), strangers: book.strangers },
      { name: latin(''), strangers: [] },
    ];
    for (const [place, { name, strangers }] of old.entries()) {
      const memberIds = [...ids.slice(place, place + 3 + place), ...strangers.map((one) => one.id)];
      this.#rooms.set(`room-${account}-old-${place}`, {
        id: `room-${account}-old-${place}`,
        account,
        made: false,
        createdAt: 0,
        memberIds,
        askedIds: memberIds,
        invitedIds: [],
        messages: [],
        left: false,
        topic: name.plain,
        nameHtml: name.html,
      });
    }
  }

  make(account: number, asked: NewRoom): Room {
    this.#made += 1;
    const createdAt = this.#made;
    const room: Room = {
      id: `room-${account}-new-${createdAt}`,
      account,
      made: true,
      createdAt,
      ...asked,
      messages: [],
      left: false,
      nameHtml: escapeHtml(asked.topic),
    };
    this.#rooms.set(room.id, room);
    return room;
  }

  change(id: string, change: Partial<Room>): Room | undefined {
    const room = this.#rooms.get(id);
    if (room === undefined) return undefined;
    const changed = { ...room, ...change };
    const named = change.topic === undefined ? changed : { ...changed, nameHtml: escapeHtml(change.topic) };
    this.#rooms.set(id, named);
    return named;
  }

  admitInvited(id: string): Room | undefined {
    const room = this.#rooms.get(id);
    if (room === undefined) return undefined;
    const memberIds = [...new Set([...room.memberIds, ...room.invitedIds])];
    return this.change(id, { memberIds, invitedIds: [] });
  }

  get(id: string): Room | undefined {
    return this.#rooms.get(id);
  }

  of(account: number): readonly Room[] {
    return [...this.#rooms.values()].filter((room) => room.account === account && !room.left);
  }

  get made(): readonly Room[] {
    return [...this.#rooms.values()].filter((room) => room.made);
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
