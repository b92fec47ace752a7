// What became of the group and of each person, read like a receipt.
import './result.css';
import { useState } from 'preact/hooks';
import type { GroupJob, JobMember, JobState } from '../../core/group-job.ts';
import type { ProviderError } from '../../core/provider.ts';
import { MemberList } from '../components/member-list.tsx';
import { codeKey, type MessageKey, t, tCount } from '../i18n.ts';
import type { Making } from '../state/making.ts';
import { type Line, linesOf } from './result-lines.ts';

type Ended = Making & { readonly kind: 'job' | 'lost' };

interface ResultProps {
  readonly making: Ended;
  readonly opensChats: boolean;
  readonly openChat: () => Promise<ProviderError | undefined>;
  readonly onNewGroup: () => void;
  readonly onBack: () => void;
}

/** The end of a job; a job that the page cannot be asked about any more may have made its group. */
type End = JobState & { readonly phase: 'ended' };

const HEADINGS: Readonly<Record<End['outcome']['kind'], MessageKey>> = {
  made: 'result_made',
  partial: 'result_partial',
  refused: 'result_refused',
  unknown: 'result_unknown',
};

export function Result({ making, opensChats, openChat, onNewGroup, onBack }: ResultProps) {
  const [chatFailed, setChatFailed] = useState(false);
  const { place, job } = making;
  const end = endOf(job);
  const { outcome } = end;
  const isMade = outcome.kind === 'made' || outcome.kind === 'partial';
  return (
    <main class="result">
      <div class="result-scroll">
        <h1 class={`result-heading result-${outcome.kind}`}>{t(HEADINGS[outcome.kind])}</h1>
        <Summary end={end} members={job.members} />
        <MemberList place={place} members={job.members} outcome={outcome} />
        {end.path === 'raw' && end.missing !== undefined && (
          <p class="quiet">{t('path_raw', t(codeKey('missing', end.missing)))}</p>
        )}
      </div>
      <footer class="result-bar">
        {chatFailed && (
          <p class="quiet" role="alert">
            {t('chat_not_opened')}
          </p>
        )}
        <div class="result-buttons">
          {outcome.kind === 'refused' && (
            <button type="button" class="button button-primary" onClick={onBack}>
              {t('back_to_people')}
            </button>
          )}
          {isMade && opensChats && (
            <button
              type="button"
              class="button button-primary"
              onClick={() => void openChat().then((error) => setChatFailed(error !== undefined))}
            >
              {t('open_chat')}
            </button>
          )}
          <button type="button" class="button" onClick={onNewGroup}>
            {t('new_group')}
          </button>
        </div>
      </footer>
    </main>
  );
}

function endOf(job: GroupJob): End {
  if (job.state.phase === 'ended') return job.state;
  return { phase: 'ended', outcome: { kind: 'unknown', reason: 'page-gone', words: '' } };
}

function Summary({ end, members }: { readonly end: End; readonly members: readonly JobMember[] }) {
  return (
    <div class="result-summary">
      {linesOf(end.outcome, members.length).map((line) => (
        <p key={line.key} class={line.tone === 'quiet' ? 'quiet' : undefined}>
          {textOf(line)}
        </p>
      ))}
    </div>
  );
}

function textOf(line: Line): string {
  return line.count === undefined ? t(line.key, ...line.substitutions) : tCount(line.key, line.count);
}
