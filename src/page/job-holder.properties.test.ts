// Whatever people press, in whatever order, and however often the page is reloaded: nothing is sent twice.
// @vitest-environment happy-dom
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { isLooking, jobAt } from '../core/group-job.ts';
import type { JobRecord } from '../core/job-facts.ts';
import { DOUBTS, REFUSALS } from '../core/outcome.ts';
import { ANSWERS } from '../core/page-answers.ts';
import { judgeReply } from '../core/reply.ts';
import { type HeldRecord, type JobHolder, jobHolder } from './job-holder.ts';
import type { Moment } from './moment.ts';

const LONG = 10 ** 7;
/** As many as the page remembers. */
const IDS = ['1', '2', '3', '4', '5'];
const ASKED = ['@a', '@b'];
const id = fc.constantFrom(...IDS);
const reply = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom<unknown>(
      { BaseResponse: { Ret: 0 }, ChatRoomName: '@@made', MemberList: [] },
      {
        BaseResponse: { Ret: -2013 },
        ChatRoomName: '@@made',
        MemberList: [{ UserName: '@a', MemberStatus: 0 }],
      },
      { BaseResponse: { Ret: 1205 }, ChatRoomName: '' },
      { BaseResponse: { Ret: 1205 }, ChatRoomName: '@@odd' },
      '',
      '<html><title>502</title>',
    ),
  },
  { weight: 1, arbitrary: fc.anything() },
);
const press = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('start' as const), id, how: fc.nat({ max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), place: fc.nat(), reply }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dismiss' as const), id }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 40_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), id, isThere: fc.boolean() }) },
  fc.record({ do: fc.constantFrom('check-again' as const, 'watch' as const), id }),
  fc.record({ do: fc.constant('reload' as const) }),
);
type Press = typeof press extends fc.Arbitrary<infer Value> ? Value : never;

/** What the popup makes of a job: it takes nothing that its schemas refuse. */
function read(job: HeldRecord): JobRecord {
  return v.parse(ANSWERS.start, JSON.parse(JSON.stringify(job)));
}

function expectShowable(job: JobRecord, now: number): void {
  const { state } = jobAt(job, now);
  if (state.phase === 'checking') expect(DOUBTS).toContain(state.doubt.reason);
  if (state.phase !== 'ended') return;
  if (state.outcome.kind === 'refused') expect(REFUSALS).toContain(state.outcome.reason);
  if (state.outcome.kind === 'unknown') expect(DOUBTS).toContain(state.outcome.reason);
}

/** A page, what was pressed on it, and what it did. */
class Session {
  clock = 1000;
  readonly sent: string[] = [];
  /** Groups that an answer or a look told of, by job. */
  readonly made = new Map<string, string>();
  private jobs: JobHolder = jobHolder(window, this.clock);
  private waiting: { readonly id: string; readonly answer: (reply: unknown) => void }[] = [];

  async press(what: Press): Promise<void> {
    if (what.do === 'start') this.start(what.id, what.how);
    if (what.do === 'answer') await this.answer(what.place, what.reply);
    if (what.do === 'dismiss') this.jobs.dismiss(what.id);
    if (what.do === 'wait') this.clock += what.ms;
    if (what.do === 'look') this.look(what.id, what.isThere);
    if (what.do === 'watch') void this.jobs.watch(what.id, 1);
    if (what.do === 'check-again') this.jobs.happened(what.id, { type: 'check-again', at: this.clock });
    if (what.do === 'reload') {
      this.waiting = []; // whoever would have heard them is gone
      this.jobs = jobHolder(window, this.clock);
    }
    this.check();
  }

  private start(job: string, how: number): void {
    const wasFree = this.jobs.current() === undefined;
    const count = this.sent.length;
    const create = (): unknown => {
      this.sent.push(job);
      if (how === 0) throw new Error('after the request');
      return how === 1 ? undefined : new Promise((answer) => this.waiting.push({ id: job, answer }));
    };
    const now: Moment = {
      services: { get: (name) => (name === 'chatroomFactory' ? { create } : undefined) },
      self: '@me',
      login: {
        state: 'in',
        userName: how === 2 ? '@other' : '@me',
        nickName: '',
        headImgUrl: '',
        missing: [],
      },
      source: {
        revision: '',
        size: 0,
        people: () => [],
        rooms: () => [],
        find: (UserName) => ({ UserName, ContactFlag: 1 }),
      },
      at: this.clock,
    };
    const members = ASKED.map((userName) => ({ userName, name: 'x' }));
    const isKnown = this.jobs.find(job) !== undefined;
    const told = this.jobs.start({ id: job, account: '@me', members }, now);
    expect(told !== undefined, 'taken').toBe(wasFree || isKnown);
    if (!wasFree) expect(this.sent, 'sent while another job was there').toHaveLength(count);
  }

  private async answer(place: number, body: unknown): Promise<void> {
    const [request] = this.waiting.splice(place % Math.max(1, this.waiting.length), 1);
    if (request === undefined) return;
    const count = (): number => this.jobs.find(request.id)?.facts.length ?? 0;
    const before = count();
    request.answer(body);
    while (count() === before) await Promise.resolve();
    const outcome = judgeReply(body, ASKED);
    if (!('room' in outcome)) return;
    this.made.set(request.id, outcome.room);
    expect(this.jobs.current(), 'a made group that nobody is told of').toBeDefined();
  }

  /** The popup looks only for jobs that are to be looked for. */
  private look(job: string, isThere: boolean): void {
    const record = this.record(job);
    if (record === undefined || !isLooking(jobAt(record, this.clock), this.clock)) return;
    const members = isThere ? ASKED : ['@x'];
    const room = isThere ? '@@made' : '@@other';
    this.jobs.happened(job, { type: 'seen', at: this.clock, rooms: [{ room, members, isOwn: true }] });
    if (isThere) this.made.set(job, room);
  }

  private check(): void {
    expect(new Set(this.sent).size, 'sent twice').toBe(this.sent.length);
    for (const job of IDS) {
      const record = this.record(job);
      if (record === undefined) continue;
      for (const now of [this.clock, this.clock + 20_000, this.clock + LONG]) expectShowable(record, now);
      const { state } = jobAt(record, this.clock + LONG);
      expect(state.phase).toBe('ended');
      const room = this.made.get(job);
      if (room !== undefined) expect(state).toMatchObject({ outcome: { room } });
    }
  }

  private record(job: string): JobRecord | undefined {
    const held = this.jobs.find(job);
    return held && read(held);
  }
}

it('each job is sent at most once, and none while another is there; no made group is left out; each job ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(press, { maxLength: 40 }), async (presses) => {
      window.sessionStorage.clear();
      const session = new Session();
      for (const what of presses) await session.press(what);
    }),
    { numRuns: 500 },
  );
}, 30_000);
