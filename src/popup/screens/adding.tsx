// Picking people for a group that exists: those who are in it already are shown as such.
import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Contact } from '../../core/contact.ts';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace, OpenGroup, PlaceStatus } from '../../core/provider.ts';
import { BackHeader } from '../components/back-header.tsx';
import { t, tCount } from '../i18n.ts';
import type { ContactList } from '../state/connection.ts';
import { createPicker } from '../state/picker.ts';
import { Picking } from './picking.tsx';

interface AddingProps {
  readonly place: AccountPlace;
  readonly status: PlaceStatus;
  readonly list: ReadonlySignal<ContactList>;
  readonly group: OpenGroup;
  /** The page just refused a job, because it runs another. */
  readonly notStarted: boolean;
  readonly onBack: () => void;
  readonly onAdd: (people: readonly Contact[]) => void;
}

export function Adding({ place, status, list, group, notStarted, onBack, onAdd }: AddingProps) {
  const contacts = useComputed(() => list.value.contacts);
  const picker = useMemo(
    () => createPicker(contacts, { userNames: new Set(group.members.map(({ userName }) => userName)) }),
    [contacts, group],
  );
  const count = picker.chosen.value.length;
  const add = () => picker.problem.value === undefined && onAdd(picker.chosen.value);
  const title = t('add_people_to', shortName(group.name) || t('group_without_name'));
  return (
    <>
      <BackHeader title={title} onBack={onBack} />
      <Picking place={place} status={status} list={list} picker={picker} onSubmit={add}>
        <footer class="create-bar">
          <div class="create-row">
            <span id="add-reason" class={notStarted ? 'create-busy' : 'quiet'} role="status">
              {notStarted ? t('busy') : count === 0 ? t('need_somebody') : tCount('chosen', count)}
            </span>
            <button
              type="button"
              class="button button-primary"
              aria-disabled={picker.problem.value !== undefined}
              aria-describedby="add-reason"
              onClick={add}
            >
              {count === 0 ? t('add_to_group') : t('add_to_group_count', count)}
            </button>
          </div>
        </footer>
      </Picking>
    </>
  );
}
