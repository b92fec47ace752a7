// The accounts that have been logged in: each with its own people, and with the groups it has from the beginning.
import { addressBook } from './address-book.ts';
import { digitsOf } from './random.ts';
import type { Rooms } from './rooms.ts';
import type { Account } from './session.ts';

export interface AccountsOptions {
  readonly contacts: number;
  readonly seed: number;
}

export class Accounts {
  readonly #known = new Map<number, Account>();
  readonly #options: AccountsOptions;
  readonly #rooms: Rooms;

  constructor(options: AccountsOptions, rooms: Rooms) {
    this.#options = options;
    this.#rooms = rooms;
  }

  /** The same every time; made, and its groups with it, when it is asked for first. */
  numbered(number: number): Account {
    const known = this.#known.get(number);
    if (known !== undefined) return known;
    const { contacts, seed } = this.#options;
    const book = addressBook({ contacts, seed, account: number });
    const account: Account = { number, uin: Number(digitsOf(9, 'uin', seed, number)), book };
    this.#known.set(number, account);
    this.#rooms.furnish(number, book);
    return account;
  }
}
