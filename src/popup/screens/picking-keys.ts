// The keyboard while picking. Keys pressed while an input method composes are never shortcuts.
import type { RefObject } from 'preact';
import type { Picker } from '../state/picker.ts';

/** Rows that PageUp and PageDown move. */
const PAGE = 8;

export interface PickingKeys {
  readonly anywhere: (event: KeyboardEvent) => void;
  readonly inSearch: (event: KeyboardEvent) => void;
  readonly inList: (event: KeyboardEvent) => void;
}

export function createKeys(
  picker: Picker,
  input: RefObject<HTMLInputElement | null>,
  create: () => void,
): PickingKeys {
  function toggleActive(): boolean {
    const contact = picker.shown.value[picker.active.value];
    if (contact === undefined) return false;
    picker.toggle(contact);
    return true;
  }

  /** What the arrows mean wherever the focus is; whether the key was one of them. */
  function move(key: string): boolean {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: PAGE,
      PageUp: -PAGE,
    };
    const step = steps[key];
    if (step === undefined) return false;
    picker.moveTo(picker.active.value < 0 ? 0 : picker.active.value + step);
    return true;
  }

  function moveToEnd(key: string): boolean {
    if (key === 'Home') picker.moveTo(0);
    else if (key === 'End') picker.moveTo(picker.shown.value.length - 1);
    else return false;
    return true;
  }

  function handle(event: KeyboardEvent, act: (key: string, text: string) => boolean): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key, picker.query.value)) event.preventDefault();
  }

  return {
    anywhere(event) {
      if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      create();
    },
    /** In the search field a blank or Home belongs to the text, unless there is none or the person moves through the list. */
    inSearch: (event) =>
      handle(event, (key, text) => {
        if (move(key)) return true;
        if (key === 'Enter') {
          const picked = toggleActive();
          if (picked && text !== '') input.current?.select();
          return true;
        }
        if (key === 'Escape' && text !== '') {
          picker.search('');
          return true;
        }
        if (key === 'Backspace' && text === '') {
          picker.removeLast();
          return true;
        }
        if (text !== '' && !picker.isBrowsing.value) return false;
        return key === ' ' ? toggleActive() : moveToEnd(key);
      }),
    inList: (event) =>
      handle(event, (key, text) => {
        if (move(key) || moveToEnd(key)) return true;
        if (key === ' ' || key === 'Enter') return toggleActive();
        if (key === 'Escape' && text !== '') {
          picker.search('');
          return true;
        }
        if (key === 'Backspace' && text === '') {
          picker.removeLast();
          return true;
        }
        if (key.length === 1 || key === 'Backspace') input.current?.focus(); // typing goes on in the field
        return false;
      }),
  };
}
