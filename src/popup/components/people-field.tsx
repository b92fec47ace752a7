// The chosen people and the search field, as one block.
import './people-field.css';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Contact } from '../../core/contact.ts';
import { shortName } from '../../core/name-markup.ts';
import type { Place } from '../../core/provider.ts';
import { t } from '../i18n.ts';
import type { Picker } from '../state/picker.ts';
import { Avatar } from './avatar.tsx';
import { optionId } from './contact-option.tsx';

interface PeopleFieldProps {
  readonly place: Place;
  readonly picker: Picker;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function PeopleField({ place, picker, input, onKeyDown }: PeopleFieldProps) {
  const chips = useRef<HTMLUListElement>(null);
  const chosen = picker.chosen.value;
  const active = picker.active.value;
  useLayoutEffect(() => {
    if (chips.current !== null) chips.current.scrollTop = chips.current.scrollHeight;
  }, [chosen.length]);
  return (
    <div class="people-field">
      {chosen.length > 0 && (
        <ul class="chips" aria-label={t('selected_label')} ref={chips}>
          {chosen.map((contact) => (
            <Chip
              key={contact.userName}
              place={place}
              contact={contact}
              onRemove={() => {
                picker.remove(contact.userName);
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="search"
        class="search"
        aria-label={t('search_label')}
        aria-controls={picker.shown.value.length > 0 ? 'contacts' : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        placeholder={t('search_label')}
        autocomplete="off"
        spellcheck={false}
        value={picker.query.value}
        onInput={(event) => picker.search(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

interface ChipProps {
  readonly place: Place;
  readonly contact: Contact;
  readonly onRemove: () => void;
}

function Chip({ place, contact, onRemove }: ChipProps) {
  const name = shortName(contact.name) || t('no_name');
  return (
    <li>
      <button type="button" class="chip" aria-label={t('remove_person', name)} onClick={onRemove}>
        <Avatar place={place} userName={contact.userName} name={contact.name} size="small" />
        <span class="name">{name}</span>
        <span class="chip-cross" aria-hidden="true" />
      </button>
    </li>
  );
}
