// Pictures of the people on screen, asked of the page a few at a time and kept while the popup is open.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { UserName } from '../../core/contact.ts';
import type { GroupProvider, Place } from '../../core/provider.ts';

/** WeChat's host gets no more picture requests at once: they share its connections with what matters. */
const AT_ONCE = 3;
const KEPT = 400;

/** Undefined while it is not known; null when there is no picture. */
export type Picture = string | null | undefined;

export interface Avatars {
  readonly picture: (place: Place, userName: UserName) => ReadonlySignal<Picture>;
  /** The row is gone: its picture need not be asked for any more. */
  readonly release: (place: Place, userName: UserName) => void;
}

export function createAvatars(provider: GroupProvider): Avatars {
  const pictures = new Map<string, ReturnType<typeof signal<Picture>>>();
  let waiting: readonly { readonly key: string; readonly place: Place; readonly userName: UserName }[] = [];
  let running = 0;

  /** The latest first: that is what the person looks at. */
  function next(): void {
    const job = waiting.at(-1);
    if (job === undefined || running >= AT_ONCE) return;
    waiting = waiting.slice(0, -1);
    running += 1;
    void provider.avatar(job.place, job.userName).then((picture) => {
      const kept = pictures.get(job.key);
      if (kept !== undefined) kept.value = picture;
      running -= 1;
      next();
    });
    next();
  }

  return {
    picture(place, userName) {
      const key = `${place.id} ${userName}`;
      const kept = pictures.get(key);
      if (kept !== undefined) return kept;
      const picture = signal<Picture>(undefined);
      pictures.set(key, picture);
      if (pictures.size > KEPT) pictures.delete(pictures.keys().next().value ?? key);
      waiting = [...waiting, { key, place, userName }];
      queueMicrotask(next);
      return picture;
    },
    release(place, userName) {
      const key = `${place.id} ${userName}`;
      if (!waiting.some((job) => job.key === key)) return;
      waiting = waiting.filter((job) => job.key !== key);
      pictures.delete(key);
    },
  };
}
