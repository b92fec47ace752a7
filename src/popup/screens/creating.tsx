// The group is being made: what is going on, and that it goes on without this window.
import './notice.css';
import './creating.css';
import type { GroupJob } from '../../core/group-job.ts';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace } from '../../core/provider.ts';
import { Avatar } from '../components/avatar.tsx';
import { t, tCount } from '../i18n.ts';

const FACES = 8;

export function Creating({ place, job }: { readonly place: AccountPlace; readonly job: GroupJob }) {
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
      <p role="status">{t(job.state.phase === 'checking' ? 'step_checking' : 'step_asking')}</p>
      <p class="quiet">{t('step_closing')}</p>
    </main>
  );
}
