// Picking people: the field, the list, and below them the bar of what the people are picked for.
import './picking.css';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AccountPlace, PlaceStatus } from '../../core/provider.ts';
import { ContactList } from '../components/contact-list.tsx';
import { MissingParts } from '../components/missing-parts.tsx';
import { PeopleField } from '../components/people-field.tsx';
import { t, tCount } from '../i18n.ts';
import type { ContactList as List } from '../state/connection.ts';
import type { Picker } from '../state/picker.ts';
import { createKeys } from './picking-keys.ts';

interface PickingProps {
  readonly place: AccountPlace;
  readonly status: PlaceStatus;
  readonly list: ReadonlySignal<List>;
  readonly picker: Picker;
  /** For screen readers, where no heading is shown. */
  readonly heading?: string;
  /** Ctrl or ⌘ with Enter, wherever the focus is. */
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

export function Picking({ place, status, list, picker, heading, onSubmit, children }: PickingProps) {
  const input = useRef<HTMLInputElement>(null);
  const keys = createKeys(picker, input, onSubmit);
  useEffect(() => input.current?.focus(), []);

  const { total } = list.value;
  const { settled } = status.contacts;
  const shown = picker.shown.value.length;
  return (
    <main class="picking" onKeyDown={keys.anywhere}>
      {heading !== undefined && <h1 class="unseen">{heading}</h1>}
      <PeopleField place={place} picker={picker} input={input} onKeyDown={keys.inSearch} />
      {shown > 0 && <ContactList place={place} picker={picker} onKeyDown={keys.inList} />}
      {shown === 0 && (
        <p class="picking-empty quiet" role="status">
          {total === 0 ? t('no_contacts') : t('no_results', picker.query.value.trim().slice(0, 40))}
        </p>
      )}
      {!settled && (
        <div class="picking-arriving">
          <h2>{t('loading_heading')}</h2>
          <span class="quiet">{tCount('loading_count', status.contacts.count)}</span>
        </div>
      )}
      {children}
      {status.missing.length > 0 && (
        <div class="picking-missing">
          <MissingParts missing={status.missing} />
        </div>
      )}
    </main>
  );
}
