// One person in the list.
import type { Contact } from '../../core/contact.ts';
import { shortName } from '../../core/name-markup.ts';
import type { Place } from '../../core/provider.ts';
import { t } from '../i18n.ts';
import { Avatar } from './avatar.tsx';

interface ContactOptionProps {
  readonly place: Place;
  readonly contact: Contact;
  readonly index: number;
  readonly count: number;
  readonly isChosen: boolean;
  /** In the group already, so it cannot be chosen. */
  readonly isInside: boolean;
  readonly isActive: boolean;
  readonly style: { readonly transform: string };
  readonly onToggle: () => void;
}

export const optionId = (index: number): string => `contact-${index}`;

export function ContactOption(props: ContactOptionProps) {
  const { place, contact, index, count, isChosen, isInside, isActive, style, onToggle } = props;
  const name = shortName(contact.name) || t('no_name');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox has the focus and the keys (ARIA APG)
    // biome-ignore lint/a11y/useFocusableInteractive: likewise, through aria-activedescendant
    <div
      id={optionId(index)}
      class={isActive ? 'contact contact-active' : 'contact'}
      role="option"
      aria-selected={isChosen}
      aria-disabled={isInside || undefined}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={style}
      // The focus stays where the keys are.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onToggle}
    >
      <Avatar place={place} userName={contact.userName} name={contact.name} />
      <span class="contact-words">
        <span class="name">{name}</span>
        {contact.detail !== '' && <span class="name quiet">{shortName(contact.detail)}</span>}
      </span>
      {isInside ? (
        <span class="contact-inside quiet">{t('already_inside')}</span>
      ) : (
        <span class={isChosen ? 'contact-mark contact-mark-on' : 'contact-mark'} aria-hidden="true" />
      )}
    </div>
  );
}
