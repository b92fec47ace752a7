// The slim header of a screen that was opened from another: the way back, and what this is.
import './header.css';
import { t } from '../i18n.ts';

interface BackHeaderProps {
  readonly title: string;
  readonly onBack: () => void;
}

export function BackHeader({ title, onBack }: BackHeaderProps) {
  return (
    <header class="header">
      <button
        type="button"
        class="button button-quiet header-back"
        aria-label={t('back_to_people')}
        onClick={onBack}
      />
      <h1 class="name header-title">{title}</h1>
    </header>
  );
}
