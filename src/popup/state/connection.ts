// The popup's link to the place where the person is logged in: finds it, keeps its status fresh, and holds its contacts.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import type { JobRecord } from '../../core/job-facts.ts';
import type { MissingPart } from '../../core/outcome.ts';
import type {
  AccountPlace,
  GroupProvider,
  Place,
  PlaceStatus,
  Places,
  ProviderError,
} from '../../core/provider.ts';

/** In milliseconds. */
const LOOK_AGAIN = 1000;
/** Other accounts may log in while one is in use: looked for this many times less often. */
const OTHERS_EVERY = 4;

export interface ContactList {
  readonly contacts: readonly Contact[];
  /** How many there will be once the rest has crossed over from the page. */
  readonly total: number;
}

export type Stage =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-place' }
  | { readonly kind: 'log-in'; readonly place: Place; readonly missing: readonly MissingPart[] }
  | { readonly kind: 'failing'; readonly place: Place; readonly error: ProviderError }
  | { readonly kind: 'choose'; readonly places: readonly AccountPlace[] }
  | { readonly kind: 'loading'; readonly place: AccountPlace; readonly count: number }
  | { readonly kind: 'ready'; readonly place: AccountPlace; readonly status: PlaceStatus };

export interface Connection {
  readonly stage: ReadonlySignal<Stage>;
  readonly list: ReadonlySignal<ContactList>;
  readonly choose: (place: AccountPlace) => void;
  /** Goes back to the choice between several accounts. */
  readonly chooseAgain: () => void;
  /** Whether there is more than one account to choose from. */
  readonly hasChoice: ReadonlySignal<boolean>;
}

/**
 * Begins to look, and goes on for as long as the popup is open.
 * @param onJob gets what the place says of its job at each look, also when it holds none
 */
export function connect(
  provider: GroupProvider,
  onJob: (place: AccountPlace, job: JobRecord | undefined) => void,
): Connection {
  const places = signal<Places | undefined>(undefined);
  const chosen = signal<AccountPlace | undefined>(undefined);
  const status = signal<PlaceStatus | undefined>(undefined);
  const list = signal<ContactList>({ contacts: [], total: 0 });
  let listed = '';
  let looks = 0;
  /** The person wants to choose again, so the tab in front is not taken without asking. */
  let isAsking = false;

  async function look(): Promise<void> {
    looks += 1;
    try {
      if (chosen.value === undefined || looks % OTHERS_EVERY === 0) await findPlaces();
      if (chosen.value !== undefined) await readStatus(chosen.value);
    } finally {
      setTimeout(() => void look(), LOOK_AGAIN); // whatever happened: a popup that stops looking is stuck
    }
  }

  async function findPlaces(): Promise<void> {
    const found = await provider.findPlaces();
    places.value = found;
    if (found.kind !== 'accounts' || chosen.value !== undefined) return;
    const current = found.places.find((place) => place.current);
    if (found.places.length === 1) choose(found.places[0]);
    else if (current !== undefined && !isAsking) choose(current);
  }

  async function readStatus(place: AccountPlace): Promise<void> {
    const answer = await provider.status(place);
    if (chosen.value !== place) return;
    if (!answer.ok || answer.value.account?.userName !== place.account.userName) {
      forget();
      await findPlaces();
      return;
    }
    status.value = answer.value;
    onJob(place, answer.value.job);
    const key = `${place.id} ${place.account.userName} ${answer.value.contacts.revision}`;
    if (key !== listed && answer.value.contacts.count > 0) {
      listed = key;
      await readList(place);
    }
  }

  async function readList(place: AccountPlace): Promise<void> {
    const isFirstReading = list.value.contacts.length === 0;
    const answer = await provider.contacts(place, (contacts, total) => {
      if (isFirstReading && chosen.value === place) list.value = { contacts, total };
    });
    if (chosen.value !== place) return;
    if (answer.ok) list.value = { contacts: answer.value, total: answer.value.length };
    else listed = '';
  }

  function forget(): void {
    chosen.value = undefined;
    status.value = undefined;
    list.value = { contacts: [], total: 0 };
    listed = '';
  }

  function choose(place: AccountPlace): void {
    forget();
    isAsking = false;
    chosen.value = place;
  }

  void look();
  return {
    stage: computed(() => stageOf(places.value, chosen.value, status.value, list.value)),
    list,
    choose(place) {
      choose(place);
      void readStatus(place);
    },
    chooseAgain() {
      forget();
      isAsking = true;
    },
    hasChoice: computed(() => places.value?.kind === 'accounts' && places.value.places.length > 1),
  };
}

function stageOf(
  places: Places | undefined,
  chosen: AccountPlace | undefined,
  status: PlaceStatus | undefined,
  list: ContactList,
): Stage {
  if (chosen !== undefined) {
    if (status === undefined) return { kind: 'starting' };
    const { count, settled } = status.contacts;
    if (list.contacts.length > 0 || (settled && count === 0)) return { kind: 'ready', place: chosen, status };
    return { kind: 'loading', place: chosen, count };
  }
  switch (places?.kind) {
    case undefined:
    case 'starting':
      return { kind: 'starting' };
    case 'none':
      return { kind: 'no-place' };
    case 'nobody-logged-in':
      return { kind: 'log-in', place: places.place, missing: places.missing };
    case 'failing':
      return { kind: 'failing', place: places.place, error: places.error };
    case 'accounts':
      return { kind: 'choose', places: places.places };
  }
}
