// The screens without a usable page: one sentence on what to do, one button to do it.
import './notice.css';
import type { MissingPart } from '../../core/outcome.ts';
import { MissingParts } from '../components/missing-parts.tsx';
import { type MessageKey, t } from '../i18n.ts';

type NoticeProps =
  | { readonly kind: 'starting' }
  | { readonly kind: 'no-place' | 'failing'; readonly onAct: () => void }
  | { readonly kind: 'log-in'; readonly missing: readonly MissingPart[]; readonly onAct: () => void };

const WORDS: Readonly<
  Record<
    'no-place' | 'failing' | 'log-in',
    { readonly heading: MessageKey; readonly text: MessageKey; readonly button: MessageKey }
  >
> = {
  'no-place': { heading: 'open_page_heading', text: 'open_page_text', button: 'open_page_button' },
  'log-in': { heading: 'log_in_heading', text: 'log_in_text', button: 'log_in_button' },
  failing: { heading: 'failing_heading', text: 'failing_text', button: 'log_in_button' },
};

export function Notice(props: NoticeProps) {
  if (props.kind === 'starting') {
    return (
      <main class="notice" aria-busy="true">
        <p class="quiet notice-late" role="status">
          {t('starting')}
        </p>
      </main>
    );
  }
  const { heading, text, button } = WORDS[props.kind];
  return (
    <main class="notice">
      <img class="notice-mark" src="/icons/128.png" alt="" />
      <h1>{t(heading)}</h1>
      <p>{t(text)}</p>
      {props.kind === 'log-in' && <MissingParts missing={props.missing} />}
      <button type="button" class="button button-primary" onClick={props.onAct}>
        {t(button)}
      </button>
    </main>
  );
}
