// The sentences of a result: what happened, what it means, what to do.
import type { JobState } from '../../core/group-job.ts';
import { type CountedKey, codeKey, type MessageKey } from '../i18n.ts';

export type Line =
  | {
      readonly key: MessageKey;
      readonly substitutions: readonly (string | number)[];
      readonly tone: 'plain' | 'quiet';
      readonly count?: undefined;
    }
  | { readonly key: CountedKey; readonly count: number; readonly tone: 'plain' };

/** @param asked how many people were asked into the group */
export function linesOf(
  { outcome, isFound }: Extract<JobState, { readonly phase: 'ended' }>,
  asked: number,
): readonly Line[] {
  const found: readonly Line[] = isFound
    ? [{ key: 'found_by_looking', substitutions: [], tone: 'quiet' }]
    : [];
  switch (outcome.kind) {
    case 'made': {
      const isReported = outcome.members.some(({ fate }) => fate === 'in');
      return [
        isReported ? { key: 'made_text', count: asked, tone: 'plain' } : plain('made_text_not_reported'),
        ...found,
      ];
    }
    case 'partial': {
      const isInvited = outcome.members.some(({ fate }) => fate === 'in-or-invited');
      const areIn = outcome.members.filter(({ fate }) => fate === 'in').length;
      return [
        isInvited ? plain('partial_text_invited') : plain('partial_text', areIn, asked),
        ...wordsLine(outcome.words),
        ...found,
      ];
    }
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

function plain(key: MessageKey, ...substitutions: readonly (string | number)[]): Line {
  return { key, substitutions, tone: 'plain' };
}

function wordsLine(words: string): readonly Line[] {
  return words === '' ? [] : [{ key: 'words_of_wechat', substitutions: [words], tone: 'quiet' }];
}

function numberLine(ret: number | undefined): readonly Line[] {
  return ret === undefined ? [] : [{ key: 'answer_number', substitutions: [ret], tone: 'quiet' }];
}
