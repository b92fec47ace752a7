// New rooms on their way to the page: told by sync now, later or never, as the scenario has it.
import type { Scenario } from './scenario.ts';
import type { Timers } from './timers.ts';

export interface RoomDeliveryOptions {
  readonly scenario: Scenario;
  readonly timers: Timers;
}

export class RoomDelivery {
  readonly #held: string[] = [];
  readonly #options: RoomDeliveryOptions;
  readonly #tell: (id: string) => void;

  constructor(options: RoomDeliveryOptions, tell: (id: string) => void) {
    this.#options = options;
    this.#tell = tell;
  }

  add(id: string): void {
    this.#held.push(id);
    this.deliver();
  }

  /** Tells of all that are held, if the scenario lets them go by now. */
  deliver(): void {
    const { scenario, timers } = this.#options;
    const { deliversRooms, delayMs = 0 } = scenario.sync;
    if (!deliversRooms) return;
    for (const id of this.#held.splice(0)) {
      if (delayMs > 0) timers.after(delayMs, () => this.#tell(id));
      else this.#tell(id);
    }
  }
}
