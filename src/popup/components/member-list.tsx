// Everybody who was asked for, under what became of them and what to do about it; those who need action first.
import './member-list.css';
import { useState } from 'preact/hooks';
import type { UserName } from '../../core/contact.ts';
import { canBeInvited, type Reported, type Standing } from '../../core/group-report.ts';
import { shortName } from '../../core/name-markup.ts';
import type { Place } from '../../core/provider.ts';
import { codeKey, t } from '../i18n.ts';
import { Avatar } from './avatar.tsx';

/** Of those who need nothing, so many are shown at first. */
const FEW = 12;

interface MemberListProps {
  readonly place: Place;
  readonly report: readonly Reported[];
  /** Absent where nobody can be invited. */
  readonly onInvite?: ((people: readonly UserName[]) => void) | undefined;
}

export function MemberList({ place, report, onInvite }: MemberListProps) {
  const [isWhole, showWhole] = useState(false);
  const isSorted = report.some(({ standing }) => standing !== report[0]?.standing);
  const quiet = report.filter(({ standing }) => standing === 'in').length;
  const isFolded = isSorted && quiet > FEW && !isWhole;
  const shown = isFolded ? report.slice(0, report.length - quiet + FEW) : report;
  return (
    <>
      <ul class="members" aria-label={t('members_label')}>
        {shown.map((reported, at) => (
          <li key={reported.member.userName}>
            {reported.standing !== shown[at - 1]?.standing && (
              <Heading
                standing={reported.standing}
                people={report.filter(({ standing }) => standing === reported.standing)}
                onInvite={onInvite}
              />
            )}
            <Member place={place} reported={reported} />
          </li>
        ))}
      </ul>
      {isFolded && (
        <button type="button" class="button button-quiet button-small" onClick={() => showWhole(true)}>
          {t('show_all', quiet)}
        </button>
      )}
    </>
  );
}

interface HeadingProps {
  readonly standing: Standing;
  readonly people: readonly Reported[];
  readonly onInvite?: ((people: readonly UserName[]) => void) | undefined;
}

/** Inside the first person's item, so that the list has an item for each person and none besides. */
function Heading({ standing, people, onInvite }: HeadingProps) {
  const invitable = people.filter(canBeInvited).map(({ member }) => member.userName);
  return (
    <div class="standing">
      <h2 class="standing-name">
        {t(codeKey('standing', standing))} <span class="quiet">{people.length}</span>
      </h2>
      {onInvite !== undefined && invitable.length > 0 && (
        <button type="button" class="button button-small standing-again" onClick={() => onInvite(invitable)}>
          {t('invite_again')}
        </button>
      )}
      {standing !== 'in' && standing !== 'not-added' && (
        <p class="standing-advice">{t(codeKey('advice', standing))}</p>
      )}
    </div>
  );
}

function Member({
  place,
  reported: { member, standing, told, invitation },
}: {
  readonly place: Place;
  readonly reported: Reported;
}) {
  const isRefused = invitation !== undefined && 'trouble' in invitation;
  return (
    <div class="member">
      <Avatar place={place} userName={member.userName} name={member.name} />
      <span class="member-words">
        <span class="name">{shortName(member.name) || t('no_name')}</span>
        <span class={`member-fate member-${toneOf(standing)}`}>{t(codeKey('fate', told))}</span>
        {isRefused && (
          <span class="member-fate member-out">
            {t('invitation_failed', t(codeKey('trouble', invitation.trouble)))}
          </span>
        )}
        {invitation?.kind === 'done' && standing !== 'in' && (
          <span class="member-fate member-quiet">{t('invitation_sent')}</span>
        )}
      </span>
    </div>
  );
}

function toneOf(standing: Standing): 'fine' | 'open' | 'quiet' | 'out' {
  switch (standing) {
    case 'in':
      return 'fine';
    case 'invited':
    case 'in-or-invited':
    case 'missing':
      return 'open';
    case 'not-known':
    case 'not-added':
      return 'quiet';
    default:
      return 'out';
  }
}
