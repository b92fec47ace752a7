// Several tries to bring somebody in: each person's own end counts, and a later try undoes nothing that an earlier one did.
import { describe, expect, it } from 'vitest';
import { jobAt } from './group-job.ts';
import { groupReport, type Reported } from './group-report.ts';
import { stepsAt } from './group-steps.ts';
import type { JobFact, StepEnd } from './job-facts.ts';

const ROOM = '@@one';
const body = (Ret: number, statuses: Readonly<Record<string, number>> = {}): object => ({
  BaseResponse: { Ret },
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
});
const invite = (...people: readonly string[]): JobFact => ({
  type: 'step',
  at: 10,
  step: 'invite',
  room: ROOM,
  people,
});
const ended = (end: StepEnd): JobFact => ({
  type: 'step-end',
  at: 11,
  step: 'invite',
  room: ROOM,
  path: 'raw',
  fun: 'addmember',
  ...end,
});
const added = (statuses?: Readonly<Record<string, number>>): JobFact => ended({ reply: body(0, statuses) });
const invited: JobFact = ended({ fun: 'invitemember', reply: body(0) });
const refused: JobFact = ended({ reply: body(1205) });
const silent: JobFact = ended({});
const RESTORED: JobFact = { type: 'restored', at: 12 };
/** The room is read whole, from the beginning of the step on. */
const reading = (...members: readonly string[]): readonly JobFact[] => [
  { type: 'step', at: 20, step: 'read', room: ROOM },
  {
    type: 'step-end',
    at: 21,
    step: 'read',
    room: ROOM,
    path: 'raw',
    reply: body(0),
    read: { nickName: '', memberCount: members.length + 1, isOwn: true, members },
  },
];

const of = (userName: string, ...facts: readonly JobFact[]): Reported | undefined => {
  const members = ['@a', '@b'].map((one) => ({ userName: one, name: one }));
  const job = jobAt({ id: 'job-1', account: '@me', room: ROOM, members, facts }, 60_000);
  return groupReport(job, stepsAt(job, 60_000)).people.find(({ member }) => member.userName === userName);
};

describe('what an earlier try came to is kept', () => {
  it.each<[string, JobFact, string]>([
    ['invited', invited, 'invited'],
    ['added', added({ '@b': 0 }), 'in'],
    ['no friend', added({ '@b': 4 }), 'not-a-friend'],
    ['in or invited', ended({ reply: body(-2013, { '@b': 0 }) }), 'in-or-invited'],
  ])('while the next one is under way, and when that failed: %s', (_what, end, told) => {
    const again = [invite('@b'), end, invite('@b')];
    expect(of('@b', ...again)).toMatchObject({ told });
    expect(of('@b', ...again)?.invitation).toBeUndefined();
    expect(of('@b', ...again, RESTORED)).toMatchObject({ told });
    expect(of('@b', ...again, refused)).toMatchObject({ told, invitation: { kind: 'failed', ret: 1205 } });
    expect(of('@b', ...again, silent)).toMatchObject({ told, invitation: { kind: 'unsure' } });
    expect(of('@b', ...again, refused, invite('@b'), silent)).toMatchObject({ told });
  });

  it('until the next one is taken', () => {
    const again = [invite('@b'), added({ '@b': 4 }), invite('@b'), refused, invite('@b')];
    expect(of('@b', ...again, invited)).toMatchObject({ told: 'invited', invitation: { kind: 'done' } });
  });

  it('with the readings that count since', () => {
    const taken = [...reading('@b'), invite('@b'), invited];
    expect(of('@b', ...taken, invite('@b'), refused)).toMatchObject({ told: 'invited' });
    expect(of('@b', ...taken, invite('@b'))).toMatchObject({ told: 'invited' });
    const came = [...taken, ...reading('@b')];
    expect(of('@b', ...came, invite('@b'), refused)).toMatchObject({ told: 'in' });
    expect(of('@b', ...came, invite('@b'))).toMatchObject({ told: 'in' });
  });
});

describe('the end of a try is of those alone whom it was about', () => {
  it.each<[string, JobFact]>([
    ['taken', invited],
    ['refused', refused],
  ])('when theirs was cut off, and that of somebody else was %s', (_how, end) => {
    const facts = [invite('@b'), RESTORED, invite('@a'), end];
    expect(of('@b', ...facts)).toMatchObject({ standing: 'not-known' });
    expect(of('@b', ...facts)?.invitation).toBeUndefined();
    expect(of('@a', ...facts)?.invitation).toBeDefined();
  });

  it('also when theirs had been taken before', () => {
    const facts = [invite('@b'), invited, invite('@a'), added({ '@a': 0, '@b': 4 })];
    expect(of('@b', ...facts)).toMatchObject({ told: 'invited', invitation: { kind: 'done' } });
    expect(of('@b', ...facts, invite('@a'), refused)).toMatchObject({ invitation: { kind: 'done' } });
  });
});
