// News of one session, in order: what webwxsync delivers and what the long poll waits for.
import type { Timers } from './timers.ts';

export type News =
  | { readonly kind: 'changed'; readonly id: string }
  | { readonly kind: 'removed'; readonly id: string };

export class SyncFeed {
  readonly #news: News[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #timers: Timers;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** The SyncKey of somebody who has seen everything. */
  get position(): number {
    return this.#news.length;
  }

  since(position: number): readonly News[] {
    return this.#news.slice(position);
  }

  push(news: News): void {
    this.#news.push(news);
    this.wake();
  }

  /** Lets every poll answer now: there is news, or the session is over. */
  wake(): void {
    for (const answer of [...this.#waiting]) answer();
  }

  /** Calls back at once when there is something after `position`, else when woken or after `ms`. */
  wait(position: number, ms: number, answer: () => void): () => void {
    if (position < this.position) {
      answer();
      return () => undefined;
    }
    const stop = (): void => {
      cancel();
      this.#waiting.delete(once);
    };
    const once = (): void => {
      stop();
      answer();
    };
    const cancel = this.#timers.after(ms, once);
    this.#waiting.add(once);
    return stop;
  }
}
