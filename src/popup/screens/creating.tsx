// The group is being made: what is going on, step by step, and that it goes on without this window.
import './notice.css';
import './creating.css';
import type { GroupJob } from '../../core/group-job.ts';
import type { StepAt } from '../../core/group-steps.ts';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace } from '../../core/provider.ts';
import { Avatar } from '../components/avatar.tsx';
import { StepList, type ToldStep } from '../components/step-list.tsx';
import { t, tCount } from '../i18n.ts';

const FACES = 8;

interface CreatingProps {
  readonly place: AccountPlace;
  readonly job: GroupJob;
  readonly steps: readonly StepAt[];
}

export function Creating({ place, job, steps }: CreatingProps) {
  const isChecking = job.state.phase === 'checking';
  return (
    <main class="notice">
      <h1>{t('creating_group')}</h1>
      <div class="creating-faces">
        {job.members.slice(0, FACES).map(({ userName, name }) => (
          <Avatar key={userName} place={place} userName={userName} name={name} />
        ))}
      </div>
      <p class="creating-names">
        {job.members.length > FACES
          ? tCount('chosen', job.members.length)
          : job.members.map(({ name }) => shortName(name)).join(', ')}
      </p>
      <div class="creating-bar" role="progressbar" aria-label={t('creating_group')} />
      <p role="status">{t(isChecking ? 'step_checking' : 'step_asking')}</p>
      <div class="creating-steps">
        <StepList steps={withCreate(steps, isChecking)} />
      </div>
      <p class="quiet">{t('step_closing')}</p>
    </main>
  );
}

/** Before there is a group, the other steps wait; the check looks for the group where it is in doubt. */
function withCreate(steps: readonly StepAt[], isChecking: boolean): readonly ToldStep[] {
  if (!isChecking) return [{ step: 'create', state: { kind: 'running' } }, ...steps];
  const looking = steps.map(
    (one): ToldStep => (one.step === 'check' ? { step: 'check', state: { kind: 'running' } } : one),
  );
  return [{ step: 'create', state: { kind: 'unsure', trouble: 'no-answer', words: '' } }, ...looking];
}
