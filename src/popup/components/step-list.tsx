// The steps of a job: how each stands, and what failed can be done again by itself.
import './step-list.css';
import type { StepAt, StepState } from '../../core/group-steps.ts';
import type { Step } from '../../core/job-facts.ts';
import { codeKey, t } from '../i18n.ts';

/** The making itself is told with the others. */
export type ToldStep = { readonly step: Step | 'create'; readonly state: StepState };

interface StepListProps {
  readonly steps: readonly (ToldStep | StepAt)[];
  /** Absent where nothing can be done again. */
  readonly onRepeat?: ((step: Step) => void) | undefined;
}

const MARKS = { waiting: '', running: '', done: '✓', failed: '!', unsure: '?' } as const;

export function StepList({ steps, onRepeat }: StepListProps) {
  const isAllDone = steps.every(({ state }) => state.kind === 'done');
  return (
    <ul class={isAllDone ? 'steps steps-done' : 'steps'} aria-label={t('steps_label')}>
      {steps.map(({ step, state }) => (
        <li key={step} class={`step step-${state.kind}`}>
          <span class="step-mark" aria-hidden="true">
            {MARKS[state.kind]}
          </span>
          <span class="step-words">
            <span class="step-name">{t(codeKey('step', step))}</span>
            <span class="unseen">{labelled('', t(codeKey('state', state.kind)))}</span>
            {'trouble' in state && <span class="step-trouble">{troubleOf(state)}</span>}
          </span>
          {'trouble' in state && step !== 'create' && step !== 'invite' && onRepeat !== undefined && (
            <button
              type="button"
              class="button button-small step-again"
              aria-label={labelled(againOf(step, state), t(codeKey('step', step)))}
              onClick={() => onRepeat(step)}
            >
              {againOf(step, state)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Says which step is under way to those who cannot see it. */
export function StepStatus({ steps }: { readonly steps: readonly StepAt[] }) {
  const running = steps.find(({ state }) => state.kind === 'running');
  return (
    <p class="unseen" role="status">
      {running && labelled(t(codeKey('step', running.step)), t('state_running'))}
    </p>
  );
}

function troubleOf({
  trouble,
  words,
  ret,
  kept = '',
}: Extract<StepState, { readonly trouble: string }>): string {
  return [
    trouble === 'kept-differently' ? t('trouble_kept_differently', kept) : t(codeKey('trouble', trouble)),
    ...(words === '' ? [] : [t('words_of_wechat', words)]),
    ...(ret === undefined ? [] : [t('answer_number', ret)]),
  ].join(' ');
}

/** A message that may have been sent is not simply tried again: whoever sends it once more should have looked. */
function againOf(step: Step, state: StepState): string {
  return t(step === 'greet' && state.kind === 'unsure' ? 'send_again' : 'try_again');
}

function labelled(what: string, of: string): string {
  return [what, of].join(': ');
}
