// Repeatable randomness: the same seed makes the same people, keys and colours on every machine.
import { createHash } from 'node:crypto';

export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** mulberry32: small, fast, and good enough for made-up people. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (from) => from[below(from.length)] ?? from[0],
  };
}

/** Lower-case hex digits that depend on the words alone. */
export const hexOf = (length: number, ...words: readonly (string | number)[]): string =>
  createHash('sha256').update(words.join('\u0000')).digest('hex').slice(0, length);

/** Decimal digits that depend on the words alone; the first is never 0. */
export const digitsOf = (length: number, ...words: readonly (string | number)[]): string =>
  Array.from(
    { length },
    (_, place) =>
      (Number.parseInt(hexOf(6, place, ...words), 16) % (place === 0 ? 9 : 10)) + (place === 0 ? 1 : 0),
  ).join('');
