// Picking people: the field, the list, and the bar with the button that makes the group.
import './picking.css';
import type { ReadonlySignal } from '@preact/signals';
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
  /** The page just refused a job, because it runs another. */
  readonly notStarted: boolean;
  readonly onCreate: () => void;
}

export function Picking({ place, status, list, picker, notStarted, onCreate }: PickingProps) {
  const input = useRef<HTMLInputElement>(null);
  const isReady = picker.problem.value === undefined;
  const create = () => {
    if (picker.problem.value === undefined) onCreate();
  };
  const keys = createKeys(picker, input, create);
  useEffect(() => input.current?.focus(), []);

  const { total } = list.value;
  const { settled } = status.contacts;
  const shown = picker.shown.value.length;
  return (
    <main class="picking" onKeyDown={keys.anywhere}>
      <h1 class="unseen">{t('pick_heading')}</h1>
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
      <CreateBar picker={picker} isReady={isReady} notStarted={notStarted} onCreate={create} />
      {status.missing.length > 0 && (
        <div class="picking-missing">
          <MissingParts missing={status.missing} />
        </div>
      )}
    </main>
  );
}

interface CreateBarProps {
  readonly picker: Picker;
  readonly isReady: boolean;
  readonly notStarted: boolean;
  readonly onCreate: () => void;
}

function CreateBar({ picker, isReady, notStarted, onCreate }: CreateBarProps) {
  const count = picker.chosen.value.length;
  return (
    <footer class="create-bar">
      <span id="create-reason" class={notStarted ? 'create-busy' : 'quiet'} role="status">
        {notStarted
          ? t('busy')
          : isReady
            ? tCount('chosen', count)
            : t(count === 0 ? 'need_two' : 'need_one_more')}
      </span>
      <button
        type="button"
        class="button button-primary"
        aria-disabled={!isReady}
        aria-describedby="create-reason"
        onClick={onCreate}
      >
        {count === 0 ? t('create_group') : t('create_group_count', count)}
      </button>
    </footer>
  );
}
