// What a person copies to report a result tells what happened, and nobody's name, id or key.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobDetails } from './job-details.ts';

const PEOPLE = [
  { userName: '@a', name: 'Anna' },
  { userName: '@b', name: 'Anna Karenina' },
  { userName: '@c', name: '李' },
];
type Ended = Parameters<typeof jobDetails>[0];
const REFUSED: Ended = {
  phase: 'ended',
  outcome: { kind: 'refused', reason: 'rate-limited', ret: 1205, words: 'too often', members: [] },
  isFound: false,
  watchUntil: 0,
  path: 'factory',
};
const details = (state: Partial<Ended>, people = PEOPLE): readonly string[] =>
  jobDetails({ ...REFUSED, ...state }, people, '0.1.0', 'Browser 1').split('\n');
const errMsg = (words: string, people = PEOPLE): string =>
  details({ outcome: { kind: 'refused', reason: 'rate-limited', words, members: [] } }, people)
    .filter((line) => line.startsWith('ErrMsg: '))
    .join('')
    .slice('ErrMsg: '.length);

describe('it tells', () => {
  it('of a refusal', () => {
    expect(details({})).toEqual([
      'Laqun: 0.1.0',
      'Browser: Browser 1',
      'Outcome: refused (rate-limited)',
      'Ret: 1205',
      'ErrMsg: too often',
      'Path: factory',
      'Members: 3',
    ]);
  });

  it('of a group that was found, and of a second one', () => {
    const outcome = { kind: 'made', room: '@@room_1234', members: [] } as const;
    const twin = { room: '@@room_5678', left: false };
    const lines = details({ outcome, isFound: true, twin, path: 'raw', missing: 'no-factory' });
    expect(lines.slice(2)).toEqual([
      'Outcome: made',
      'Path: raw',
      'Missing: no-factory',
      'Members: 3',
      'Found by looking: yes',
      'Second group: yes',
    ]);
    expect(details({ outcome, twin: { ...twin, left: true } })).toContain('Second group: left');
  });

  it.each([
    [{ kind: 'refused', reason: 'offline', words: '', members: [] }, 'nothing sent'],
    [{ kind: 'unknown', reason: 'no-answer-yet', words: '' }, 'not known'],
    [{ kind: 'made', room: '@@room_1234', members: [] }, 'not known'],
  ] as const)('how it was sent, where that is not known: %j', (outcome, path) => {
    expect(details({ outcome, path: undefined })).toContain(`Path: ${path}`);
  });
});

describe("WeChat's words are told without", () => {
  it.each([
    ['names', 'Anna has blocked you', '… has blocked you'],
    ['names that begin like others', 'Anna Karenina and Anna', '… and …'],
    ['ids', 'no @0a1b2c3d4e5f nor @@0a1b2c3d4e5f', 'no … nor …'],
    ['keys', 'skey=@crypt_1a2b_3C4D!', 'skey=…!'],
  ])('%s', (_what, words, told) => {
    expect(errMsg(words)).toBe(told);
  });

  it('but with names of one character, which are words too', () => {
    expect(errMsg('李 is in')).toBe('李 is in');
  });

  it('every name longer than one character, and every id', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'b', '中', '@', ' ', '1'),
      minLength: 2,
      maxLength: 6,
    });
    const id = fc
      .tuple(fc.constantFrom('@', '@@', '@crypt_'), fc.stringMatching(/^[0-9a-f]{6,12}$/))
      .map((parts) => parts.join(''));
    const part = fc.oneof(name, id, fc.constantFrom('…', ' ', 'ab', '中'));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), fc.array(part), fc.nat(), (names, parts, at) => {
        const words = [...parts.slice(0, at), ...names, ...parts.slice(at)].join('');
        const told = errMsg(
          words,
          names.map((name, index) => ({ userName: `@${index}`, name })),
        );
        expect(names.filter((name) => told.includes(name))).toEqual([]);
        expect(told).not.toMatch(/@[0-9a-z_]{6,}/i);
      }),
    );
  });
});
