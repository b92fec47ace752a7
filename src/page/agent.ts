// Answers what the extension asks of the page. Does nothing until asked: no timers, no requests, no listeners.
import { integerField, listField, parseJson, textField } from '../core/fields.ts';
import { STEPS } from '../core/job-facts.ts';
import type { Answers, ContactRow, DeepReadonly } from '../core/page-answers.ts';
import { type Answer, type CallError, type CallName, PROTOCOL } from '../core/page-protocol.ts';
import { readLogin } from './account.ts';
import { accountKey } from './account-key.ts';
import { pictureFetcher } from './avatar.ts';
import { arrivalJudge } from './contact-arrival.ts';
import { peopleOf, roomsOf } from './contacts.ts';
import { pageServices } from './injector.ts';
import { type HeldRecord, type JobHolder, jobHolder } from './job-holder.ts';
import { readRequest } from './job-store.ts';
import { leaveRoom } from './leave-room.ts';
import { type Moment, moment } from './moment.ts';
import { openChat } from './open-chat.ts';
import { rawSessionReader } from './raw-session.ts';
import { readRoom, roomFields } from './read-room.ts';
import { newRooms } from './room-watch.ts';
import { findSession } from './session-keys.ts';

export interface Agent {
  /** A call by name, its arguments and its answer each as one JSON string. Never throws. */
  readonly call: (name: string, args: string) => Promise<string>;
}

/** Jobs go out as they were kept: the popup checks each fact of them. */
type Written<Name extends CallName> = Name extends JobCall
  ? HeldRecord
  : Name extends 'status'
    ? Omit<DeepReadonly<Answers<Name>>, 'job'> & { readonly job: HeldRecord | null }
    : DeepReadonly<Answers<Name>>;
type JobCall = 'start' | 'watch' | 'look' | 'checkAgain' | 'leaveTwin' | 'runSteps';

/** What a handler is given was written by the extension, but can be called by the page: it is read field by field. */
type Handlers = {
  readonly [Name in CallName]: (
    args: unknown,
    now: Moment,
    jobs: JobHolder,
  ) => Promise<Answer<Written<Name>>>;
};

/** An agent for a page. What it keeps between calls: the jobs, the last reading of the contacts, and when they last grew. */
export function createAgent(page: Window): Agent {
  const raw = rawSessionReader(page);
  const settled = arrivalJudge(page);
  const pictures = pictureFetcher(page);
  let jobs: JobHolder | undefined;
  let reading: { readonly number: number; readonly rows: readonly ContactRow[] } = { number: 0, rows: [] };
  let counted = { revision: '', self: '', count: 0 };

  async function now(args: unknown): Promise<Moment> {
    const services = pageServices(page);
    const at = integerField(args, 'now') ?? Date.now();
    return moment(page, services, await readLogin(page, services, raw), at);
  }

  /** Only a login without page services has to ask; elsewhere the page's own sync brings the rooms. */
  async function refresh(before: Moment): Promise<Moment> {
    if (before.login.state !== 'in' || before.login.raw === undefined) return before;
    await raw.refresh(before.services, findSession(page, before.services));
    return now({ now: before.at });
  }

  function countPeople({ source, self }: Moment): number {
    if (counted.revision !== source.revision || counted.self !== self) {
      counted = { revision: source.revision, self, count: peopleOf(source, self).length };
    }
    return counted.count;
  }

  const handlers: Handlers = {
    async status(_args, now, jobs) {
      const { login, source, self } = now;
      return ok({
        protocol: PROTOCOL,
        host: page.location.host,
        account:
          login.state === 'in'
            ? {
                state: 'in',
                userName: self,
                nickName: login.nickName,
                key: await accountKey(page, now.services),
              }
            : { state: login.state },
        contacts: {
          count: countPeople(now),
          settled: settled(source, self),
          revision: source.revision,
        },
        missing: login.missing,
        job: jobs.current() ?? null,
      });
    },
    async contacts(args, { source, self }) {
      const from = integerField(args, 'from') ?? 0;
      if (from === 0) {
        const rows = peopleOf(source, self);
        reading = { number: reading.number + 1, rows };
      }
      return ok({
        reading: reading.number,
        total: reading.rows.length,
        rows: reading.rows.slice(from, integerField(args, 'to')),
      });
    },
    async rooms(_args, { source }) {
      return ok(roomsOf(source));
    },
    async avatar(args, { source, login, self }, jobs) {
      if (login.state !== 'in') return failed('logged-out');
      if (jobs.current()?.facts.at(-1)?.['type'] === 'sent') return ok(null); // the group is being asked for
      const userName = textField(args, 'userName');
      const entry = source.find(userName);
      const own = userName === self ? login.headImgUrl : '';
      return ok(await pictures.fetch(own || textField(entry, 'HeadImgUrl')));
    },
    async start(args, now, jobs) {
      const request = readRequest(args);
      if (request.id === '') return failed('bad-call');
      pictures.giveUp();
      const job = jobs.start(request, now);
      return job === undefined ? failed('busy') : ok(job);
    },
    async watch(args, _now, jobs) {
      return told(await jobs.watch(textField(args, 'id'), integerField(args, 'facts') ?? 0));
    },
    async dismiss(args, _now, jobs) {
      jobs.dismiss(textField(args, 'id'));
      return ok(null);
    },
    async look(args, now, jobs) {
      const id = textField(args, 'id');
      const before = jobs.before(id);
      const { services, source, self } = await refresh(now);
      if (before === undefined || self === '') return failed('no-such-job');
      const rooms = await newRooms(page, services, source, before, self);
      return told(
        rooms.length === 0 ? jobs.find(id) : jobs.happened(id, { type: 'seen', at: now.at, rooms }),
      );
    },
    async checkAgain(args, { at }, jobs) {
      return told(jobs.happened(textField(args, 'id'), { type: 'check-again', at }));
    },
    async leaveTwin(args, { services, at }, jobs) {
      const room = textField(args, 'room');
      if (!(await leaveRoom(page, services, room))) return failed('not-left');
      return told(jobs.happened(textField(args, 'id'), { type: 'twin-left', at, room }));
    },
    async openChat(args, { services }) {
      return openChat(services, textField(args, 'room')) ? ok(null) : failed('chat-not-opened');
    },
    async runSteps(args, { at }, jobs) {
      const asked = listField(args, 'steps');
      const steps = STEPS.filter((step) => asked.includes(step));
      const people = listField(args, 'people').filter((name) => typeof name === 'string');
      const run = { room: textField(args, 'room'), steps, people };
      return told(jobs.run(textField(args, 'id'), integerField(args, 'begun') ?? -1, run, at));
    },
    async readRoom(args, { services, self }) {
      const { entry } = await readRoom(page, services, textField(args, 'room'), self);
      if (entry === undefined) return failed('room-not-read');
      return ok({
        ...roomFields(entry),
        members: listField(entry, 'MemberList').map((one) => [
          textField(one, 'UserName'),
          textField(one, 'NickName'),
          textField(one, 'DisplayName'),
        ]),
      });
    },
  };

  const isCall = (name: string): name is CallName => Object.hasOwn(handlers, name);
  return {
    async call(name, args) {
      try {
        if (!isCall(name)) return JSON.stringify(failed('unknown-call'));
        const given = parseJson(args);
        const present = await now(given);
        jobs ??= jobHolder(page, present.at);
        return JSON.stringify(await handlers[name](given, present, jobs));
      } catch {
        return JSON.stringify(failed('agent-failed'));
      }
    },
  };
}

function told(job: HeldRecord | undefined): Answer<HeldRecord> {
  return job === undefined ? failed('no-such-job') : ok(job);
}

function ok<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

function failed(code: CallError): Answer<never> {
  return { ok: false, error: { code } };
}
