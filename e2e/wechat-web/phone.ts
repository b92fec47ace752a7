// The phone that scans the QR code: the page's login poll waits for it.
import type { Timers } from './timers.ts';

const pollMs = 25_000;

export class Phone {
  readonly #waiting = new Set<() => void>();
  readonly #timers: Timers;
  #confirmed = false;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  confirm(): void {
    this.#confirmed = true;
    for (const answer of [...this.#waiting]) answer();
  }

  /** Whether it was confirmed; tells so once. */
  takeConfirmation(): boolean {
    const confirmed = this.#confirmed;
    this.#confirmed = false;
    return confirmed;
  }

  /** Calls back when confirmed, or when the poll has lasted long enough; the returned function stops waiting. */
  wait(answer: () => void): () => void {
    const stop = (): void => {
      cancel();
      this.#waiting.delete(once);
    };
    const once = (): void => {
      stop();
      answer();
    };
    const cancel = this.#timers.after(this.#confirmed ? 0 : pollMs, once);
    this.#waiting.add(once);
    return stop;
  }
}
