// Below the list: the name of the new group, its first message, and the button that makes it.
import './create-bar.css';
import { useState } from 'preact/hooks';
import type { Capabilities } from '../../core/provider.ts';
import { t, tCount } from '../i18n.ts';
import type { Draft } from '../state/draft.ts';
import type { Picker } from '../state/picker.ts';
import { GreetingField } from './greeting-field.tsx';
import { GroupNameField } from './group-name-field.tsx';

interface CreateBarProps {
  readonly picker: Picker;
  readonly draft: Draft;
  readonly capabilities: Capabilities;
  /** The page just refused a job, because it runs another. */
  readonly notStarted: boolean;
  readonly onCreate: () => void;
}

export function CreateBar({ picker, draft, capabilities, notStarted, onCreate }: CreateBarProps) {
  const [isGreetingOpen, setGreetingOpen] = useState(false);
  const count = picker.chosen.value.length;
  const isReady = picker.problem.value === undefined && draft.problem.value === undefined;
  const hasGreeting = draft.greeting.value.trim() !== '';
  return (
    <footer class="create-bar">
      {isGreetingOpen && <GreetingField draft={draft} />}
      <div class="create-row">
        {capabilities.names && (
          <GroupNameField
            name={draft.name.value}
            isProposed={draft.isProposed.value}
            onType={draft.typeName}
          />
        )}
        {capabilities.greets && (
          <button
            type="button"
            class={hasGreeting ? 'button button-greeting button-greeting-set' : 'button button-greeting'}
            aria-expanded={isGreetingOpen}
            onClick={() => setGreetingOpen(!isGreetingOpen)}
          >
            {t('greeting')}
          </button>
        )}
      </div>
      <div class="create-row">
        <span id="create-reason" class={notStarted ? 'create-busy' : 'quiet'} role="status">
          {reasonOf(notStarted, draft, count)}
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
      </div>
    </footer>
  );
}

function reasonOf(notStarted: boolean, draft: Draft, count: number): string {
  if (notStarted) return t('busy');
  if (count < 2) return t(count === 0 ? 'need_two' : 'need_one_more');
  return draft.problem.value === undefined ? tCount('chosen', count) : t('name_too_long');
}
