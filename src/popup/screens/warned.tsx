// Before something that may cost the person: what could come of it, and the way back first.
import './notice.css';
import { codeKey, t } from '../i18n.ts';
import type { Warning } from '../state/maker.ts';

interface WarnedProps {
  readonly why: Warning;
  readonly onBack: () => void;
  readonly onGoOn: () => void;
}

export function Warned({ why, onBack, onGoOn }: WarnedProps) {
  return (
    <main class="notice">
      <h1>{t(codeKey('warning_heading', why))}</h1>
      <p>{t(codeKey('warning', why))}</p>
      <div class="notice-buttons">
        <button type="button" class="button button-primary" onClick={onBack}>
          {t('back_to_people')}
        </button>
        <button type="button" class="button" onClick={onGoOn}>
          {t('create_anyway')}
        </button>
      </div>
    </main>
  );
}
