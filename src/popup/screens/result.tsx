// What became of the group and of each person, read like a receipt.
import './result.css';
import { type GroupReport, groupReport } from '../../core/group-report.ts';
import type { Step } from '../../core/job-facts.ts';
import type { Capabilities } from '../../core/provider.ts';
import { CopyDetails } from '../components/copy-details.tsx';
import { CopyReport } from '../components/copy-report.tsx';
import { GroupLine } from '../components/group-line.tsx';
import { MemberList } from '../components/member-list.tsx';
import { OpenChat } from '../components/open-chat.tsx';
import { SecondGroup } from '../components/second-group.tsx';
import { StepList, StepStatus, type ToldStep } from '../components/step-list.tsx';
import { codeKey, type MessageKey, t } from '../i18n.ts';
import type { Maker, Making } from '../state/maker.ts';
import { linesOf, textOf } from './result-lines.ts';

interface ResultProps {
  readonly making: Extract<Making, { readonly kind: 'job' | 'lost' }>;
  readonly capabilities: Capabilities;
  readonly maker: Maker;
  /** The person has seen it: on to another group, or back to the one that was changed. */
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const HEADINGS: Readonly<Record<GroupReport['kind'], MessageKey>> = {
  made: 'result_made',
  partial: 'result_partial',
  refused: 'result_refused',
  unknown: 'result_unknown',
  changing: 'result_changing',
  changed: 'result_changed',
  'partly-changed': 'result_partly_changed',
  'not-changed': 'result_not_changed',
  'change-unknown': 'result_change_unknown',
};

const CREATED: ToldStep = { step: 'create', state: { kind: 'done' } };

export function Result({ making, capabilities, maker, onDone, onBack }: ResultProps) {
  const { place, job } = making;
  const steps = maker.steps.value;
  const report = groupReport(job, steps);
  const { end, people, room } = report;
  // A page that is gone changes nothing any more.
  const isGone = making.kind === 'lost' && making.isGone && report.kind === 'changing';
  const kind = isGone ? 'change-unknown' : report.kind;
  const { outcome } = end;
  const heading = t(HEADINGS[kind]);
  const lines = linesOf(report, job);
  const isReachable = making.kind === 'job' && room !== undefined;
  const repeat = (step: Step): void => void maker.repeat(step === 'name' ? ['name', 'read'] : [step]);
  const invite = (userNames: readonly string[]): void => void maker.repeat(['invite', 'read'], userNames);
  return (
    <main class="result">
      <div class="result-scroll">
        <h1 class={`result-heading result-${toneOf(kind)}`}>{heading}</h1>
        {room !== undefined && <GroupLine place={place} room={room} read={report.read} />}
        <div class="result-summary">
          {lines.map((line) => (
            <p key={line.key} class={line.tone === 'quiet' ? 'quiet' : undefined}>
              {textOf(line)}
            </p>
          ))}
          {isGone && <p>{t('doubt_page_gone')}</p>}
          {end.path === 'raw' && end.missing !== undefined && (
            <p class="quiet">{t('path_raw', t(codeKey('missing', end.missing)))}</p>
          )}
        </div>
        {room !== undefined && (
          <StepList
            steps={job.room === undefined ? [CREATED, ...steps] : steps}
            onRepeat={isReachable ? repeat : undefined}
          />
        )}
        <StepStatus steps={steps} />
        <div class="result-copies">
          <CopyReport lines={[heading, ...lines.map(textOf)]} report={people} />
          {outcome.kind !== 'made' && <CopyDetails end={end} members={job.members} />}
        </div>
        {end.twin !== undefined && (
          <SecondGroup twin={end.twin} maker={maker} opensChats={capabilities.opensChats} />
        )}
        {people.length > 0 && (
          <MemberList place={place} report={people} onInvite={isReachable ? invite : undefined} />
        )}
      </div>
      <footer class="result-bar">
        {making.kind === 'job' && outcome.kind === 'unknown' && <Doubtful maker={maker} />}
        <div class="result-buttons">
          {outcome.kind === 'refused' && (
            <button type="button" class="button button-primary" onClick={onBack}>
              {t('back_to_people')}
            </button>
          )}
          {room !== undefined && capabilities.opensChats && <OpenChat room={room} maker={maker} />}
          <button type="button" class="button" onClick={onDone}>
            {t(job.room === undefined ? 'new_group' : 'done')}
          </button>
        </div>
      </footer>
    </main>
  );
}

function toneOf(kind: GroupReport['kind']): 'made' | 'partial' | 'refused' {
  switch (kind) {
    case 'made':
    case 'changed':
    case 'changing':
      return 'made';
    case 'refused':
    case 'not-changed':
      return 'refused';
    default:
      return 'partial';
  }
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
