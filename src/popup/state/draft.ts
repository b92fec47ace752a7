// What a group is to be called and to begin with: a name that is proposed until it is typed over, and a first message.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Contact } from '../../core/contact.ts';
import { nameProblem, proposedName, typedName } from '../../core/group-name.ts';

export interface Draft {
  readonly name: ReadonlySignal<string>;
  /** Nobody has typed it: it follows the people chosen. */
  readonly isProposed: ReadonlySignal<boolean>;
  readonly problem: ReadonlySignal<'name-too-long' | undefined>;
  readonly typeName: (text: string) => void;
  readonly greeting: ReadonlySignal<string>;
  readonly typeGreeting: (text: string) => void;
  /** Whether the first message is to be that of each new group. */
  readonly isRemembered: ReadonlySignal<boolean>;
  readonly remember: (isRemembered: boolean) => void;
  /** Ready for another group. */
  readonly clear: () => void;
}

/** The first message that the person wants for each new group, kept between popups. */
export interface DefaultGreeting {
  /** `''` when there is none. */
  readonly read: () => Promise<string>;
  readonly write: (greeting: string) => Promise<void>;
}

export function createDraft(chosen: ReadonlySignal<readonly Contact[]>, kept: DefaultGreeting): Draft {
  const typed = signal<string | undefined>(undefined);
  const greeting = signal('');
  const isRemembered = signal(false);
  /** Undefined until it is known what was kept. */
  let byDefault: string | undefined;
  /** Until the person does something about the message, the one that was kept may still come. */
  let isTouched = false;

  const name = computed(() => typed.value ?? proposedName(chosen.value.map((contact) => contact.name)));

  void kept.read().then((text) => {
    const isNews = byDefault === undefined;
    byDefault ??= text;
    if (!isNews || text === '' || isTouched) return;
    greeting.value = text;
    isRemembered.value = true;
  });

  async function keep(): Promise<void> {
    const wanted = isRemembered.value ? greeting.value.trim() : '';
    // A box ticked before anything is written forgets nothing.
    if (wanted === byDefault || (isRemembered.value && wanted === '')) return;
    byDefault = wanted;
    await kept.write(wanted);
  }

  return {
    name,
    isProposed: computed(() => typed.value === undefined),
    problem: computed(() => nameProblem(name.value)),
    typeName(text) {
      typed.value = typedName(text);
    },
    greeting,
    typeGreeting(text) {
      isTouched = true;
      greeting.value = text;
      if (isRemembered.value) void keep();
    },
    isRemembered,
    remember(wanted) {
      isTouched = true;
      isRemembered.value = wanted;
      void keep();
    },
    clear() {
      typed.value = undefined;
      isTouched = false;
      greeting.value = byDefault ?? '';
      isRemembered.value = greeting.value !== '';
    },
  };
}
