// Timers that never outlive their server: all of them are cleared when it closes.
export class Timers {
  readonly #running = new Map<NodeJS.Timeout, () => void>();

  /** Calls back after so long; the returned function calls it off. */
  after(ms: number, callback: () => void): () => void {
    const timer = setTimeout(() => {
      this.#running.delete(timer);
      callback();
    }, ms);
    timer.unref();
    const cancel = (): void => {
      clearTimeout(timer);
      this.#running.delete(timer);
    };
    this.#running.set(timer, cancel);
    return cancel;
  }

  clear(): void {
    for (const cancel of [...this.#running.values()]) cancel();
  }
}
