// What became of the group and of each person, read like a receipt.
import './result.css';
import { useState } from 'preact/hooks';
import type { GroupJob, JobState } from '../../core/group-job.ts';
import { CopyDetails } from '../components/copy-details.tsx';
import { MemberList } from '../components/member-list.tsx';
import { SecondGroup } from '../components/second-group.tsx';
import { codeKey, type MessageKey, t, tCount } from '../i18n.ts';
import type { Maker, Making } from '../state/making.ts';
import { type Line, linesOf } from './result-lines.ts';

interface ResultProps {
  readonly making: Extract<Making, { readonly kind: 'job' | 'lost' }>;
  readonly opensChats: boolean;
  readonly maker: Maker;
  readonly onNewGroup: () => void;
  readonly onBack: () => void;
}

type End = Extract<JobState, { readonly phase: 'ended' }>;

const HEADINGS: Readonly<Record<End['outcome']['kind'], MessageKey>> = {
  made: 'result_made',
  partial: 'result_partial',
  refused: 'result_refused',
  unknown: 'result_unknown',
};

export function Result({ making, opensChats, maker, onNewGroup, onBack }: ResultProps) {
  const { place, job } = making;
  const end = endOf(job);
  const { outcome } = end;
  return (
    <main class="result">
      <div class="result-scroll">
        <h1 class={`result-heading result-${outcome.kind}`}>{t(HEADINGS[outcome.kind])}</h1>
        <div class="result-summary">
          {linesOf(end, job.members.length).map((line) => (
            <p key={line.key} class={line.tone === 'quiet' ? 'quiet' : undefined}>
              {textOf(line)}
            </p>
          ))}
          {end.path === 'raw' && end.missing !== undefined && (
            <p class="quiet">{t('path_raw', t(codeKey('missing', end.missing)))}</p>
          )}
          {outcome.kind !== 'made' && <CopyDetails end={end} members={job.members} />}
        </div>
        {end.twin !== undefined && <SecondGroup twin={end.twin} maker={maker} opensChats={opensChats} />}
        <MemberList place={place} members={job.members} outcome={outcome} />
      </div>
      <footer class="result-bar">
        {making.kind === 'job' && outcome.kind === 'unknown' && <Doubtful maker={maker} />}
        <div class="result-buttons">
          {outcome.kind === 'refused' && (
            <button type="button" class="button button-primary" onClick={onBack}>
              {t('back_to_people')}
            </button>
          )}
          {'room' in outcome && opensChats && <OpenChat room={outcome.room} maker={maker} />}
          <button type="button" class="button" onClick={onNewGroup}>
            {t('new_group')}
          </button>
        </div>
      </footer>
    </main>
  );
}

/** A job that the page cannot be asked about any more may have made its group. */
function endOf({ state }: GroupJob): End {
  if (state.phase === 'ended') return state;
  const outcome = { kind: 'unknown', reason: 'page-gone', words: '' } as const;
  return { phase: 'ended', outcome, isFound: false, watchUntil: 0, path: 'factory' };
}

function textOf(line: Line): string {
  return line.count === undefined ? t(line.key, ...line.substitutions) : tCount(line.key, line.count);
}

function Doubtful({ maker }: { readonly maker: Maker }) {
  return (
    <div class="result-buttons">
      <button type="button" class="button button-primary" onClick={() => void maker.checkAgain()}>
        {t('check_again')}
      </button>
      <button type="button" class="button" onClick={maker.createAnyway}>
        {t('create_anyway')}
      </button>
    </div>
  );
}

function OpenChat({ room, maker }: { readonly room: string; readonly maker: Maker }) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      {hasFailed && (
        <p class="quiet" role="alert">
          {t('chat_not_opened')}
        </p>
      )}
      <button
        type="button"
        class="button button-primary"
        onClick={() => void maker.openChat(room).then((error) => setFailed(error !== undefined))}
      >
        {t('open_chat')}
      </button>
    </>
  );
}
