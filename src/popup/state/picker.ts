// The picking of people: what is searched for, what is shown, who is chosen, which row the keyboard is on.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact, UserName } from '../../core/contact.ts';
import { type DraftProblem, draftProblem } from '../../core/group-draft.ts';
import { byUserName, searchIndex } from '../../core/search.ts';

export interface Picker {
  readonly query: ReadonlySignal<string>;
  readonly shown: ReadonlySignal<readonly Contact[]>;
  /** In the order of choosing. */
  readonly chosen: ReadonlySignal<readonly Contact[]>;
  readonly isChosen: (userName: UserName) => boolean;
  /** Whether somebody is in the group already, and so cannot be chosen. */
  readonly isInside: (userName: UserName) => boolean;
  /** Why the people chosen make no group yet. */
  readonly problem: ReadonlySignal<DraftProblem | undefined>;
  /** Index in `shown` of the row that the keyboard is on, -1 for none. */
  readonly active: ReadonlySignal<number>;
  /** Whether the person last moved through the list rather than typed. */
  readonly isBrowsing: ReadonlySignal<boolean>;
  readonly search: (query: string) => void;
  readonly toggle: (contact: Contact) => void;
  readonly remove: (userName: UserName) => void;
  readonly removeLast: () => void;
  readonly clear: () => void;
  readonly choose: (userNames: readonly UserName[]) => void;
  readonly moveTo: (index: number) => void;
}

/** The people of a group that exists, to which others are added. */
export interface Inside {
  readonly userNames: ReadonlySet<UserName>;
}

/**
 * A picker over a list that may grow or change while people are being picked.
 * @param inside who is in the group already; absent for a new one
 */
export function createPicker(contacts: ReadonlySignal<readonly Contact[]>, inside?: Inside): Picker {
  const query = signal('');
  const chosenNames = signal<readonly UserName[]>([]);
  const active = signal(-1);
  const isBrowsing = signal(false);

  const index = computed(() => searchIndex(contacts.value));
  const known = computed(() => byUserName(contacts.value));
  const shown = computed(() => index.value.find(query.value));
  const chosen = computed(() => chosenNames.value.flatMap((userName) => known.value.get(userName) ?? []));
  const chosenSet = computed(() => new Set(chosenNames.value));

  const remove = (userName: UserName): void => {
    chosenNames.value = chosenNames.value.filter((name) => name !== userName);
  };
  return {
    query,
    shown,
    chosen,
    isChosen: (userName) => chosenSet.value.has(userName),
    isInside: (userName) => inside?.userNames.has(userName) ?? false,
    problem: computed(() =>
      draftProblem(
        chosen.value.map(({ userName }) => userName),
        '',
        inside && 1,
      ),
    ),
    active: computed(() => Math.min(active.value, shown.value.length - 1)),
    isBrowsing,
    search(text) {
      query.value = text;
      isBrowsing.value = false;
      active.value = text.trim() === '' ? -1 : 0;
    },
    toggle({ userName }) {
      if (inside?.userNames.has(userName)) return;
      if (chosenSet.value.has(userName)) remove(userName);
      else chosenNames.value = [...chosenNames.value, userName];
    },
    remove,
    removeLast() {
      const last = chosen.value.at(-1);
      if (last !== undefined) remove(last.userName);
    },
    clear() {
      chosenNames.value = [];
      query.value = '';
      active.value = -1;
    },
    choose(userNames) {
      chosenNames.value = [...new Set(userNames)].filter((userName) => !inside?.userNames.has(userName));
    },
    moveTo(place) {
      isBrowsing.value = true;
      active.value = Math.max(0, Math.min(place, shown.value.length - 1));
    },
  };
}
