// The first message of a new group: why it is worth having one, and whether to use it each time.
import './greeting-field.css';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { Draft } from '../state/draft.ts';

/** In UTF-16 units: more is no first message. */
const LONGEST = 1000;

export function GreetingField({ draft }: { readonly draft: Draft }) {
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div class="greeting">
      <textarea
        ref={input}
        rows={3}
        class="greeting-input"
        aria-label={t('greeting')}
        aria-describedby="greeting-why"
        placeholder={t('greeting_placeholder')}
        maxLength={LONGEST}
        value={draft.greeting.value}
        onInput={(event) => draft.typeGreeting(event.currentTarget.value)}
      />
      <p id="greeting-why" class="quiet">
        {t('greeting_why')}
      </p>
      <label class="greeting-remember">
        <input
          type="checkbox"
          checked={draft.isRemembered.value}
          onChange={(event) => draft.remember(event.currentTarget.checked)}
        />
        <span>{t('greeting_remember')}</span>
      </label>
    </div>
  );
}
