// The name of a group, with the count of what WeChat takes.
import './group-name-field.css';
import { LONGEST_NAME } from '../../core/group-name.ts';
import { t } from '../i18n.ts';

interface GroupNameFieldProps {
  readonly name: string;
  /** Nobody has typed it: a press into the field marks it, so that typing replaces it. */
  readonly isProposed?: boolean;
  readonly onType: (text: string) => void;
}

export function GroupNameField({ name, isProposed = false, onType }: GroupNameFieldProps) {
  const units = name.trim().length;
  const isTooLong = units > LONGEST_NAME;
  return (
    <div class="name-field">
      <input
        type="text"
        class={isProposed ? 'name-input name-proposed' : 'name-input'}
        aria-label={t('group_name')}
        aria-invalid={isTooLong}
        aria-describedby="name-count"
        placeholder={t('group_name')}
        autocomplete="off"
        spellcheck={false}
        value={name}
        onFocus={(event) => isProposed && event.currentTarget.select()}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span id="name-count" class={isTooLong ? 'name-count name-count-over' : 'name-count'}>
        <span aria-hidden="true">{`${units}/${LONGEST_NAME}`}</span>
        <span class="unseen">{t('group_name_count', units, LONGEST_NAME)}</span>
      </span>
    </div>
  );
}
