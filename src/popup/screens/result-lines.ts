// The sentences of a result: what happened, what it means, what to do.
import type { GroupReport } from '../../core/group-report.ts';
import type { JobRequest } from '../../core/job-facts.ts';
import { type CountedKey, codeKey, type MessageKey, t, tCount } from '../i18n.ts';

export type Line =
  | {
      readonly key: MessageKey;
      readonly substitutions: readonly (string | number)[];
      readonly tone: 'plain' | 'quiet';
      readonly count?: undefined;
    }
  | { readonly key: CountedKey; readonly count: number; readonly tone: 'plain' };

export function linesOf(report: GroupReport, job: JobRequest): readonly Line[] {
  const { outcome, isFound } = report.end;
  const found: readonly Line[] = isFound ? [quiet('found_by_looking')] : [];
  switch (outcome.kind) {
    case 'made':
    case 'partial':
      return [...peopleLines(report, job), ...('words' in outcome ? wordsLine(outcome.words) : []), ...found];
    case 'refused':
      return [
        plain(codeKey('reason', outcome.reason)),
        ...wordsLine(outcome.words),
        ...numberLine(outcome.ret),
      ];
    case 'unknown':
      return [
        plain(codeKey('doubt', outcome.reason)),
        plain('unknown_advice'),
        ...wordsLine(outcome.words),
        ...numberLine(outcome.ret),
      ];
  }
}

export function textOf(line: Line): string {
  return line.count === undefined ? t(line.key, ...line.substitutions) : tCount(line.key, line.count);
}

/** How many are in: by the room where it was read, else by what WeChat answered. */
function peopleLines(
  { kind, people, read, isCounted }: GroupReport,
  { members, room }: JobRequest,
): readonly Line[] {
  if (members.length === 0) return [];
  const areIn = people.filter(({ standing }) => standing === 'in').length;
  if (room !== undefined && read === undefined) return [];
  if (!isCounted) return room === undefined ? [plain('made_text_not_reported')] : [];
  if (kind === 'made') return [{ key: 'made_text', count: areIn, tone: 'plain' }];
  if (people.some(({ standing }) => standing === 'in-or-invited')) return [plain('partial_text_invited')];
  return [plain('partial_text', areIn, members.length)];
}

function plain(key: MessageKey, ...substitutions: readonly (string | number)[]): Line {
  return { key, substitutions, tone: 'plain' };
}

function quiet(key: MessageKey, ...substitutions: readonly (string | number)[]): Line {
  return { key, substitutions, tone: 'quiet' };
}

function wordsLine(words: string): readonly Line[] {
  return words === '' ? [] : [quiet('words_of_wechat', words)];
}

function numberLine(ret: number | undefined): readonly Line[] {
  return ret === undefined ? [] : [quiet('answer_number', ret)];
}
