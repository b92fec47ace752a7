// What a person can copy to report a result: no keys, no names, no ids.
import type { JobState } from './group-job.ts';
import type { JobMember } from './job-facts.ts';

type Ended = Extract<JobState, { readonly phase: 'ended' }>;

/** An id or a key as WeChat spells them. */
const SECRET = /@{1,2}[0-9a-z_]{6,}/gi;

/**
 * Lines of plain text.
 * @param version of the extension
 * @param browser as it names itself
 */
export function jobDetails(
  { outcome, path, missing, isFound, twin }: Ended,
  members: readonly JobMember[],
  version: string,
  browser: string,
): string {
  const lines: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ['Laqun', version],
    ['Browser', browser],
    ['Outcome', 'reason' in outcome ? `${outcome.kind} (${outcome.reason})` : outcome.kind],
    ['Ret', 'ret' in outcome ? outcome.ret : undefined],
    ['ErrMsg', 'words' in outcome && outcome.words !== '' ? anonymous(outcome.words, members) : undefined],
    ['Path', path ?? (outcome.kind === 'refused' ? 'nothing sent' : 'not known')],
    ['Missing', missing],
    ['Members', members.length],
    ['Found by looking', isFound ? 'yes' : undefined],
    ['Second group', twin === undefined ? undefined : twin.left ? 'left' : 'yes'],
  ];
  return lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n');
}

function anonymous(words: string, members: readonly JobMember[]): string {
  // Longest first: a name can be the beginning of another.
  const names = members.map(({ name }) => name).filter((name) => name.length > 1);
  names.sort((a, b) => b.length - a.length);
  return names.reduce((text, name) => text.replaceAll(name, '…'), words).replace(SECRET, '…');
}
