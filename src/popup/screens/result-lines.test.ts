// The sentences of a result: as many people as are known to be in, WeChat's own words, and advice only where it fits.
import { describe, expect, it, vi } from 'vitest';
import { jobAt } from '../../core/group-job.ts';
import { groupReport } from '../../core/group-report.ts';
import { stepsAt } from '../../core/group-steps.ts';
import type { JobFact, JobRequest, StepEnd } from '../../core/job-facts.ts';
import { linesOf } from './result-lines.ts';

vi.mock('webextension-polyfill', () => ({ default: {} })); // it throws outside of an extension

const NEW: JobRequest = {
  id: 'job-1',
  account: '@me',
  members: ['@a', '@b', '@c'].map((userName) => ({ userName, name: userName })),
};
const OLD: JobRequest = { ...NEW, room: '@@one' };
const RENAME: JobRequest = { ...OLD, members: [], topic: 'Book club' };

/** `key(substitutions)` or `key#count`, with `~` before what is said quietly. */
function told(request: JobRequest, ...facts: readonly JobFact[]): readonly string[] {
  const job = jobAt({ ...request, facts }, 500_000);
  return linesOf(groupReport(job, stepsAt(job, 500_000)), job).map((line) => {
    const tone = line.tone === 'quiet' ? '~' : '';
    if (line.count !== undefined) return `${line.key}#${line.count}`;
    return `${tone}${line.key}${line.substitutions.length === 0 ? '' : `(${line.substitutions.join('/')})`}`;
  });
}

const SENT: JobFact = { type: 'sent', at: 0 };
const DOUBTFUL: JobFact = { type: 'doubtful', at: 500, doubt: 'factory-threw' };
const reply = (
  Ret: number,
  ChatRoomName = '',
  statuses: Readonly<Record<string, number>> = {},
  ErrMsg = '',
): object => ({
  BaseResponse: { Ret, ErrMsg },
  ChatRoomName,
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
const answered = (body: unknown): JobFact => ({ type: 'answered', at: 1000, reply: body, path: 'factory' });
const ALL_IN = { '@a': 0, '@b': 0, '@c': 0 };
const made = (statuses?: Readonly<Record<string, number>>): JobFact => answered(reply(0, '@@one', statuses));
const begun = (step: 'invite' | 'read'): JobFact => ({
  type: 'step',
  at: 2000,
  step,
  room: '@@one',
  people: ['@a', '@b', '@c'],
});
const ended = (step: 'invite' | 'read', end: StepEnd): JobFact => ({
  type: 'step-end',
  at: 3000,
  step,
  room: '@@one',
  path: 'raw',
  ...end,
});
const reads = (memberCount: number, members: readonly string[]): readonly JobFact[] => {
  const read = { nickName: 'Book club', memberCount, isOwn: true, members };
  return [begun('read'), ended('read', { reply: reply(0), read })];
};
/** The room was read, and these people were found in it besides you. */
const found = (...members: readonly string[]) => reads(members.length + 1, members);
/** The same, and there are others in it of whom WeChat told nothing. */
const foundAmong = (...members: readonly string[]) => reads(99, members);

describe('of a group that was made', () => {
  it.each<[string, readonly JobFact[], readonly string[]]>([
    ['by the answer, that all are in', [made(ALL_IN)], ['made_text#3']],
    ['by the answer, when it names nobody', [made()], ['made_text_not_reported']],
    ['by the room, that all are in', [made(), ...found('@a', '@b', '@c')], ['made_text#3']],
    ['by the room, that one is missing', [made(ALL_IN), ...found('@a', '@c')], ['partial_text(2/3)']],
    ['by the room, that nobody is in', [made(ALL_IN), ...found()], ['partial_text(0/3)']],
    ['by the latest reading', [made(), ...found('@a'), ...found('@a', '@b', '@c')], ['made_text#3']],
    ['with others in it besides', [made(ALL_IN), ...found('@a', '@x', '@b', '@c')], ['made_text#3']],
    ['no count, when one is not reported', [made({ '@a': 0, '@b': 0 })], ['made_text_not_reported']],
    ['no count, when it was read in part', [made(), ...foundAmong('@a')], ['made_text_not_reported']],
    ['by a room read in part, that all are in', [made(), ...foundAmong('@a', '@b', '@c')], ['made_text#3']],
  ])('it is told %s', (_how, facts, lines) => {
    expect(told(NEW, SENT, ...facts)).toEqual(lines);
  });

  it('it is told last that it was found by looking', () => {
    const rooms = [{ room: '@@one', members: ['@a', '@b', '@c'], isOwn: true }];
    const seen: JobFact = { type: 'seen', at: 1000, rooms };
    expect(told(NEW, SENT, DOUBTFUL, seen)).toEqual(['made_text#3', '~found_by_looking']);
  });
});

describe('of a group that not everyone is in', () => {
  const partial = made({ '@a': 0, '@b': 4, '@c': 3 });
  const invitesAll = answered(reply(-2013, '@@one', ALL_IN, 'Some were invited'));
  const words = '~words_of_wechat(Some were invited)';

  it.each<[string, readonly JobFact[], readonly string[]]>([
    ['how many are in, by the answer', [partial], ['partial_text(1/3)']],
    ['how many are in, by the room', [partial, ...found('@a', '@b')], ['partial_text(2/3)']],
    ['that all have come meanwhile', [partial, ...found('@a', '@b', '@c')], ['made_text#3']],
    ['that some were only invited', [invitesAll], ['partial_text_invited', words]],
    ['how many of those are in', [invitesAll, ...found('@c')], ['partial_text(1/3)', words]],
    ['no count, when one is not reported', [made({ '@a': 0, '@b': 4 })], ['made_text_not_reported']],
    [
      'no count of those invited, when one is not reported',
      [answered(reply(-2013, '@@one', { '@a': 0, '@b': 0 }, 'Some were invited'))],
      ['made_text_not_reported', words],
    ],
    ['that all were only invited', [invitesAll, ...found()], ['partial_text(0/3)', words]],
  ])('it is told %s', (_what, facts, lines) => {
    expect(told(NEW, SENT, ...facts)).toEqual(lines);
  });
});

describe('of a group that was refused', () => {
  it.each<[string, JobFact, readonly string[]]>([
    [
      'the reason, the words and the number',
      answered(reply(1205, '', {}, 'Slow down')),
      ['reason_rate_limited', '~words_of_wechat(Slow down)', '~answer_number(1205)'],
    ],
    [
      'no words where there are none',
      answered(reply(-23)),
      ['reason_too_many_members', '~answer_number(-23)'],
    ],
    ['the number 0 too', answered(reply(0)), ['reason_no_room_made', '~answer_number(0)']],
    ['no number where nothing was sent', { type: 'not-sent', at: 0, reason: 'offline' }, ['reason_offline']],
  ])('it is told %s', (_what, fact, lines) => {
    expect(told(NEW, SENT, fact)).toEqual(lines);
  });
});

describe('of a group in doubt', () => {
  it.each<[string, readonly JobFact[], readonly string[]]>([
    ['why nobody knows, and what to do', [SENT, DOUBTFUL], ['doubt_factory_threw', 'unknown_advice']],
    ['the silence', [SENT], ['doubt_no_answer_yet', 'unknown_advice']],
    [
      'the words and the number, where there was an answer',
      [SENT, answered(reply(-1, '@@one', {}, 'Oh'))],
      ['doubt_room_despite_refusal', 'unknown_advice', '~words_of_wechat(Oh)', '~answer_number(-1)'],
    ],
    ['that the page is gone', [], ['doubt_page_gone', 'unknown_advice']],
  ])('it is told %s', (_what, facts, lines) => {
    expect(told(NEW, ...facts)).toEqual(lines);
  });
});

describe('of a group that was there before', () => {
  const added = [begun('invite'), ended('invite', { fun: 'addmember', reply: reply(0, '', ALL_IN) })];
  const taken = [begun('invite'), ended('invite', { fun: 'addmember', reply: reply(0) })];
  const inOrInvited = [
    begun('invite'),
    ended('invite', { fun: 'addmember', reply: reply(-2013, '', ALL_IN) }),
  ];
  const invited = [begun('invite'), ended('invite', { fun: 'invitemember', reply: reply(0) })];

  it.each<[string, JobRequest, readonly JobFact[], readonly string[]]>([
    ['nothing while people are added', OLD, [begun('invite')], []],
    ['nothing before anything was done', OLD, [], []],
    ['nothing until it was read who is in', OLD, added, []],
    ['nothing until it was read, with some only invited', OLD, inOrInvited, []],
    ['nothing when it is not known of all', OLD, [...taken, ...foundAmong('@x', '@a')], []],
    ['how many are in, read in part', OLD, [...added, ...foundAmong('@x')], ['partial_text(3/3)']],
    ['that all are in', OLD, [...added, ...found('@x', '@a', '@b', '@c')], ['partial_text(3/3)']],
    ['how many are in', OLD, [...added, ...found('@x', '@a')], ['partial_text(1/3)']],
    ['how many of those invited are in', OLD, [...invited, ...found('@x', '@b')], ['partial_text(1/3)']],
    ['nothing of people when it was renamed', RENAME, found('@x'), []],
    [
      'why nothing was sent',
      OLD,
      [{ type: 'not-sent', at: 0, reason: 'stale-contact' }],
      ['reason_stale_contact'],
    ],
  ])('it is told %s', (_what, request, facts, lines) => {
    expect(told(request, ...facts)).toEqual(lines);
  });
});
