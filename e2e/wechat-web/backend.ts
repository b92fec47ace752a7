// The server's memory, and the hold tests have on it: who is logged in, what was asked, what was really made.

import { Accounts, type AccountsOptions } from './accounts.ts';
import type { AddressBook } from './address-book.ts';
import type { LoggedRequest } from './exchange.ts';
import { type Group, groupOf } from './group.ts';
import type { Person } from './person.ts';
import { Phone } from './phone.ts';
import { RoomDelivery, type RoomDeliveryOptions } from './room-delivery.ts';
import { type Message, Rooms } from './rooms.ts';
import { AnswerQueue, type Scenario } from './scenario.ts';
import { openSession, type Session } from './session.ts';
import { SyncFeed } from './sync-feed.ts';
import type { Timers } from './timers.ts';

/** A request that WeChat would not have taken. */
export interface Violation {
  readonly call: string;
  readonly why: string;
}

/** A person as of the present login. */
export type SessionPerson = Person & { readonly userName: string };

export type BackendOptions = AccountsOptions & RoomDeliveryOptions;

export class Backend {
  readonly requests: LoggedRequest[] = [];
  readonly violations: Violation[] = [];
  readonly rooms = new Rooms();
  readonly answers = new AnswerQueue();
  readonly deviceIds = new Map<string, string>();
  /** Requests whose connection was cut on purpose: the browser may send these again. */
  readonly cutRequests = new Set<string>();
  readonly removedIds = new Set<string>();
  readonly messages: Message[] = [];
  readonly scenario: Scenario;
  readonly timers: Timers;
  readonly phone: Phone;
  readonly pastSessions: Session[] = [];
  readonly #options: BackendOptions;
  readonly #accounts: Accounts;
  readonly #delivery: RoomDelivery;
  #session: Session | undefined;
  #logins = 0;
  /** The Ret every call of an ended session gets. */
  endedWith: number | undefined;

  constructor(options: BackendOptions) {
    this.#options = options;
    this.scenario = options.scenario;
    this.timers = options.timers;
    this.phone = new Phone(options.timers);
    this.#accounts = new Accounts(options, this.rooms);
    this.#delivery = new RoomDelivery(options, (id) => this.#session?.feed.push({ kind: 'changed', id }));
    if (options.scenario.login === 'in') this.loginAs(0);
  }

  /** The login that is valid now. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** Those that requests have made. */
  get groups(): readonly Group[] {
    return this.rooms.made.map((room) => groupOf(room, this.#present()));
  }

  /** All that the present account is in, made or there from the beginning. */
  get allGroups(): readonly Group[] {
    const session = this.#present();
    return this.rooms.of(session.account.number).map((room) => groupOf(room, session));
  }

  /** The last part of the path is the call: 'webwxcreatechatroom'. */
  requestsTo(call: string): readonly LoggedRequest[] {
    return this.requests.filter((request) => request.call === call);
  }

  /** From now on every call answers this Ret, and the page logs out. */
  endSession(ret = 1102): void {
    this.endedWith = ret;
    this.#session?.feed.wake();
  }

  /** Another login of the same account: every UserName changes, and pages of the old login are logged out. */
  relogin(): Session {
    return this.loginAs(this.#session?.account.number ?? 0);
  }

  loginAs(accountNumber: number): Session {
    const before = this.#session;
    if (before !== undefined) this.pastSessions.push(before);
    this.#logins += 1;
    const feed = new SyncFeed(this.timers);
    const session = openSession(
      this.#accounts.numbered(accountNumber),
      this.#logins,
      this.#options.seed,
      feed,
    );
    for (const room of this.rooms.of(accountNumber)) session.userNameOf(room.id);
    this.#session = session;
    this.endedWith = undefined;
    before?.feed.wake();
    return session;
  }

  /** The phone confirms the QR code that a page shows, or is about to show. */
  confirmLogin(accountNumber = 0): Session {
    const session = this.loginAs(accountNumber);
    this.phone.confirm();
    return session;
  }

  /** This person is no longer a friend: gone from the contacts by sync, and MemberStatus 4 in a new group. */
  removeContact(userName: string): void {
    const session = this.#present();
    const id = session.idOf(userName);
    if (id === undefined || !session.account.book.entries.some((entry) => entry.id === id)) {
      throw new Error(`no contact has the UserName ${userName}`);
    }
    this.removedIds.add(id);
    session.feed.push({ kind: 'removed', id });
  }

  /** Everybody who is only invited to this group accepts, and is in it. */
  acceptInvitations(groupUserName: string): void {
    const session = this.#present();
    const room = this.rooms.admitInvited(session.idOf(groupUserName) ?? '');
    if (room === undefined) throw new Error(`no group has the UserName ${groupUserName}`);
    session.feed.push({ kind: 'changed', id: room.id });
  }

  /** A pickable person by index, from 0. */
  person(index: number): SessionPerson {
    const found = this.book.friends[index];
    if (found === undefined) throw new Error(`there is no contact ${index}`);
    return this.#asOfNow(found);
  }

  /** All pickable people. */
  get people(): readonly SessionPerson[] {
    return this.book.friends.map((friend) => this.#asOfNow(friend));
  }

  /** The first pickable person whom people read as this. */
  findByName(plainName: string): SessionPerson {
    const found = this.book.friends.find((friend) => friend.plainName === plainName);
    if (found === undefined) throw new Error(`there is no contact named ${plainName}`);
    return this.#asOfNow(found);
  }

  /** Which of the special people, by trait: 'starred', 'emoji-5' (see special-people.ts). */
  findByTrait(trait: string): SessionPerson {
    const found = this.book.entries.find((entry) => entry.traits.includes(trait));
    if (found === undefined) throw new Error(`nobody here is ${trait}`);
    return this.#asOfNow(found);
  }

  /** What a person should read as the name of this UserName, as plain text. */
  plainNameOf(userName: string): string {
    const session = this.#present();
    const id = session.idOf(userName) ?? '';
    const name = session.account.book.byId(id)?.plainName ?? this.rooms.get(id)?.topic;
    if (name === undefined) throw new Error(`nobody has the UserName ${userName}`);
    return name;
  }

  /** The address book of whoever is logged in, or will be. */
  get book(): AddressBook {
    return (this.#session?.account ?? this.#accounts.numbered(0)).book;
  }

  /** Tells the page about a room: now, later or never, as the scenario has it. */
  deliverRoom(id: string): void {
    this.#delivery.add(id);
  }

  scenarioChanged(): void {
    this.#delivery.deliver();
  }

  refused(call: string, why: string): void {
    this.violations.push({ call, why });
  }

  #present(): Session {
    if (this.#session === undefined) throw new Error('nobody has logged in yet');
    return this.#session;
  }

  #asOfNow(person: Person): SessionPerson {
    return { ...person, userName: this.#session?.userNameOf(person.id) ?? '' };
  }
}
