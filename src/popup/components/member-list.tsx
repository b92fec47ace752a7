// Each person who was asked into the group, and what became of them; those who need action first.
import './member-list.css';
import type { JobMember } from '../../core/job-facts.ts';
import { shortName } from '../../core/name-markup.ts';
import type { Fate, Outcome } from '../../core/outcome.ts';
import type { Place } from '../../core/provider.ts';
import { codeKey, type MessageKey, t } from '../i18n.ts';
import { Avatar } from './avatar.tsx';

interface MemberListProps {
  readonly place: Place;
  readonly members: readonly JobMember[];
  readonly outcome: Outcome;
}

/** `not-asked` and `not-sure` stand for people of whom WeChat said nothing, in a group that was not or may not have been made. */
type Told = Fate | 'not-asked' | 'not-sure';

export function MemberList({ place, members, outcome }: MemberListProps) {
  const told = members
    .map((member) => ({ member, fate: fateOf(member, outcome) }))
    .sort((a, b) => urgency(a.fate) - urgency(b.fate));
  return (
    <ul class="members" aria-label={t('members_label')}>
      {told.map(({ member: { userName, name }, fate }) => (
        <li key={userName} class="member">
          <Avatar place={place} userName={userName} name={name} />
          <span class="member-words">
            <span class="name">{shortName(name) || t('no_name')}</span>
            <span class={`member-fate member-${toneOf(fate)}`}>{t(wordsOf(fate))}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function fateOf(member: JobMember, outcome: Outcome): Told {
  if (outcome.kind === 'unknown') return 'not-sure';
  const fate = outcome.members.find(({ userName }) => userName === member.userName)?.fate;
  return fate ?? (outcome.kind === 'refused' ? 'not-asked' : 'not-reported');
}

function wordsOf(fate: Told): MessageKey {
  return codeKey('fate', fate);
}

function toneOf(fate: Told): 'fine' | 'open' | 'quiet' | 'out' {
  switch (fate) {
    case 'in':
      return 'fine';
    case 'in-or-invited':
    case 'not-reported':
      return 'open';
    case 'not-asked':
    case 'not-sure':
      return 'quiet';
    default:
      return 'out';
  }
}

function urgency(fate: Told): number {
  return { out: 0, open: 1, quiet: 2, fine: 3 }[toneOf(fate)];
}
