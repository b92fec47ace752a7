// The name of a group is set when a reading after it was asked for carries it, and not before, whatever was answered.
import { describe, expect, it } from 'vitest';
import { type GroupJob, jobAt } from './group-job.ts';
import { isWorking, type StepState, stepsAt } from './group-steps.ts';
import type { JobFact, Step, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const sending: readonly JobFact[] = [
  { type: 'sent', at: 0 },
  { type: 'answered', at: 0, reply: { BaseResponse: { Ret: 0 }, ChatRoomName: ROOM }, path: 'factory' },
];
const ret = (Ret: number): StepEnd => ({ path: 'raw', reply: { BaseResponse: { Ret } }, status: 200 });
const begun = (at: number, step: Step, room = ROOM): JobFact => ({ type: 'step', at, step, room });
const ended = (at: number, step: Step, end: StepEnd = ret(0), room = ROOM): JobFact => ({
  type: 'step-end',
  at,
  step,
  room,
  ...end,
});
const carrying = (nickName: string): StepEnd => ({
  ...ret(0),
  read: { nickName, memberCount: 2, isOwn: true, members: ['@a'] },
});
/** The room is read at `at`, and carries this name. */
const reads = (at: number, nickName: string, room = ROOM): readonly JobFact[] => [
  begun(at, 'read', room),
  ended(at + 1, 'read', carrying(nickName), room),
];
const named = (topic: string, facts: readonly JobFact[]): GroupJob =>
  jobAt({ id: 'job-1', account: '@me', members: [], topic, facts: [...sending, ...facts] }, 60_000);
const nameOf = (job: GroupJob, now = 100): StepState | undefined =>
  stepsAt(job, now).find(({ step }) => step === 'name')?.state;
const nameState = (...facts: readonly JobFact[]): StepState | undefined => nameOf(named('Book club', facts));

const DONE = { kind: 'done' };
const RUNNING = { kind: 'running' };
const asked = [begun(10, 'name'), ended(11, 'name')];
const keptDifferently = (kept: string): object => ({
  kind: 'failed',
  trouble: 'kept-differently',
  words: '',
  kept,
});

describe('the name is done when a reading carries it', () => {
  it.each<[string, readonly JobFact[]]>([
    ['after a yes', asked],
    ['after a no', [begun(10, 'name'), ended(11, 'name', ret(1205))]],
    ['after an answer that says nothing', [begun(10, 'name'), ended(11, 'name', { path: 'factory' })]],
    ['when nothing was sent, since somebody else named it so', [begun(10, 'name'), ended(11, 'name', {})]],
    ['after a reload', [begun(10, 'name'), { type: 'restored', at: 11 }]],
  ])('%s', (_what, before) => {
    expect(nameState(...before, ...reads(20, 'Book club'))).toEqual(DONE);
  });

  it('also when no answer ever came', () => {
    const job = named('Book club', [begun(10, 'name'), ...reads(15_000, 'Book club')]);
    expect(nameOf(job, 15_009)).toEqual(RUNNING);
    expect(nameOf(job, 15_010)).toEqual(DONE);
  });

  it('also when a late refusal follows', () => {
    expect(nameState(begun(10, 'name'), ...reads(20, 'Book club'), ended(30, 'name', ret(-1)))).toEqual(DONE);
  });

  it('by the last reading, since WeChat may be slow', () => {
    expect(nameState(...asked, ...reads(20, ''), ...reads(30, 'Book club'))).toEqual(DONE);
    expect(nameState(...asked, ...reads(20, 'Book club'), ...reads(30, 'x'))).toEqual(keptDifferently('x'));
  });

  it('also when a later reading fails', () => {
    const failing = [begun(30, 'read'), ended(31, 'read', ret(-1))];
    expect(nameState(...asked, ...reads(20, 'Book club'), ...failing)).toEqual(DONE);
  });

  it.each([
    ['Tom & Jerry <3', 'Tom &amp; Jerry &lt;3'],
    ['"Anna\'s"', '&quot;Anna&#39;s&quot;'],
    ['&lt;', '&amp;lt;'],
    ['Book 😁', 'Book <span class="emoji emoji1f601"></span>'],
    ['Book 😁', 'Book <img class="emoji emoji1f601" text="_web" src="/spacer.gif">'],
    ['我们❤️书', '我们<span class="emoji emoji2764"></span>书'],
    ['Room 1\ufe0f\u20e3', 'Room <span class="emoji emoji3120e3"></span>'],
    ['🇨🇳 2024', '<span class="emoji emoji1f1e81f1f3"></span> 2024'],
    ['Book 😁', 'Book 😁'],
    ['Book  club ', 'Book club'],
    ['Book club', 'Book&nbsp;club'],
    ['Cafe\u0301', 'Caf\u00e9'],
  ])('as WeChat spells it: %s is %s', (topic, nickName) => {
    expect(nameOf(named(topic, [...asked, ...reads(20, nickName)]))).toEqual(DONE);
  });
});

describe('the name is not done', () => {
  it.each([
    ['another name', 'Bok club', 'Bok club'],
    ['a part of it', 'Book', 'Book'],
    ['another case', 'book club', 'book club'],
    ['markup, which is shown as text', '&lt;b&gt;Book &amp; club', '<b>Book & club'],
    ['an emoji in it', 'Book <span class="emoji emoji1f601"></span> club', 'Book 😁 club'],
  ])('by a reading with %s: that name is told', (_what, nickName, kept) => {
    expect(nameState(...asked, ...reads(20, nickName))).toEqual(keptDifferently(kept));
  });

  it.each(['', ' ', '&nbsp;'])('by a reading without a name: %j', (nickName) => {
    const notKept = { kind: 'failed', trouble: 'name-not-kept', words: '' };
    expect(nameState(...asked, ...reads(20, nickName))).toEqual(notKept);
  });

  it('by a reading from before it was asked for', () => {
    expect(nameState(...reads(1, 'Book club'), ...asked)).toEqual(RUNNING);
    const unnamed = [...reads(1, 'Book club'), ...asked, ...reads(20, '')];
    expect(nameState(...unnamed)).toMatchObject({ trouble: 'name-not-kept' });
  });

  it('by a reading of another room', () => {
    expect(nameState(...asked, ...reads(20, 'Book club', '@@two'))).toEqual(RUNNING);
    expect(nameState(...asked, ...reads(20, 'Book club', '@@two'), ...reads(30, 'x'))).toEqual(
      keptDifferently('x'),
    );
  });

  it('while it was never asked for, even when the group carries it', () => {
    expect(nameState(...reads(1, 'Book club'))).toEqual({ kind: 'waiting' });
  });

  it('while the answer is awaited, even when the group carries it', () => {
    expect(nameState(begun(10, 'name'), ...reads(20, 'Book club'))).toEqual(RUNNING);
  });
});

describe('until it was read back', () => {
  it.each<[string, readonly JobFact[]]>([
    ['before the reading', asked],
    [
      'before the reading, with an answer that says nothing',
      [begun(10, 'name'), ended(11, 'name', { path: 'raw' })],
    ],
    ['during the reading', [...asked, begun(20, 'read')]],
    ['during a second reading', [...asked, ...reads(20, 'x'), begun(30, 'read')]],
  ])('it is running: %s', (_when, facts) => {
    expect(nameState(...facts)).toEqual(RUNNING);
    expect(isWorking(named('Book club', facts), 100)).toBe(true);
  });

  it.each<[string, StepEnd]>([
    ['was refused', ret(1205)],
    ['found no room', ret(0)],
    ['had no answer', { path: 'raw' }],
  ])('it is not known when the reading %s', (_what, end) => {
    const notRead = { kind: 'unsure', trouble: 'not-read-back', words: '' };
    expect(nameState(...asked, begun(20, 'read'), ended(21, 'read', end))).toEqual(notRead);
  });

  it('it is not known when the reading does not end within 15 s', () => {
    const job = named('Book club', [...asked, begun(20, 'read')]);
    expect(nameOf(job, 15_019)).toEqual(RUNNING);
    expect(nameOf(job, 15_020)).toMatchObject({ trouble: 'not-read-back' });
    expect(isWorking(job, 15_020)).toBe(false);
  });

  it('and the answer said nothing either, that is what is told', () => {
    const facts = [begun(10, 'name'), ended(11, 'name', { path: 'raw', status: 502 })];
    const told = { kind: 'unsure', trouble: 'server-error', words: '' };
    expect(nameState(...facts, begun(20, 'read'), ended(21, 'read', ret(1)))).toEqual(told);
  });
});

describe('a refusal', () => {
  const refused = [begun(10, 'name'), ended(11, 'name', ret(1205))];
  const told = { kind: 'failed', trouble: 'too-often', ret: 1205, words: '' };

  it.each<[string, readonly JobFact[]]>([
    ['before the reading', []],
    ['when the group carries another name', reads(20, 'Old name')],
    ['when it carries none', reads(20, '')],
    ['when the reading fails', [begun(20, 'read'), ended(21, 'read', ret(-1))]],
  ])('is told: %s', (_when, facts) => {
    expect(nameState(...refused, ...facts)).toEqual(told);
  });
});

describe('a second try', () => {
  const first = [...asked, ...reads(20, 'Bok club')];
  const second = [begun(30, 'name'), ended(31, 'name')];

  it('is running, whatever the first came to, until it was read back', () => {
    expect(nameState(...first, begun(30, 'name'))).toEqual(RUNNING);
    expect(nameState(...first, ...second)).toEqual(RUNNING);
    expect(nameState(...asked, ...reads(20, 'Book club'), ...second)).toEqual(RUNNING);
  });

  it('is judged by its own answer and the reading after it', () => {
    expect(nameState(...first, ...second, ...reads(40, 'Book club'))).toEqual(DONE);
    expect(nameState(...first, ...second, ...reads(40, 'Buk club'))).toEqual(keptDifferently('Buk club'));
    const refused = [begun(30, 'name'), ended(31, 'name', ret(-14))];
    expect(nameState(...first, ...refused)).toMatchObject({ kind: 'failed', trouble: 'logged-out' });
  });
});
