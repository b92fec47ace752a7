// Answers what the extension asks of the page. Does nothing until asked: no timers, no requests, no listeners.
import { integerField, listField, parseJson, textField } from '../core/fields.ts';
import type { JobRequest } from '../core/group-job.ts';
import {
  type Answer,
  type Answers,
  type CallError,
  type CallName,
  type ContactRow,
  type DeepReadonly,
  PROTOCOL,
} from '../core/page-protocol.ts';
import { type Login, readLogin } from './account.ts';
import { pictureFetcher } from './avatar.ts';
import { arrivalJudge } from './contact-arrival.ts';
import { contactSource } from './contact-source.ts';
import { peopleOf, roomsOf } from './contacts.ts';
import { pageServices, type Services } from './injector.ts';
import { jobHolder } from './job-holder.ts';
import { openChat } from './open-chat.ts';
import { rawSessionReader } from './raw-session.ts';

export interface Agent {
  /** A call by name, its arguments and its answer each as one JSON string. Never throws. */
  readonly call: (name: string, args: string) => Promise<string>;
}

/** What a handler is given was written by the extension, but can be called by the page: it is read field by field. */
type Handlers = {
  readonly [Name in CallName]: (args: unknown, now: Moment) => Promise<Answer<DeepReadonly<Answers<Name>>>>;
};

/** The page as it is when a call comes in. */
interface Moment {
  readonly services: Services;
  readonly login: Login;
}

/** An agent for a page. What it keeps between calls: the job, the last reading of the contacts, and when they last grew. */
export function createAgent(page: Window): Agent {
  const readRaw = rawSessionReader(page);
  const settled = arrivalJudge(page);
  const pictures = pictureFetcher(page);
  const jobs = jobHolder(page);
  let reading: { readonly number: number; readonly rows: readonly ContactRow[] } = { number: 0, rows: [] };
  let counted = { revision: '', self: '', count: 0 };

  function countPeople({ services, login }: Moment): number {
    const source = contactSource(page, services, login);
    const self = login.state === 'in' ? login.userName : '';
    if (counted.revision !== source.revision || counted.self !== self) {
      counted = { revision: source.revision, self, count: peopleOf(source, self).length };
    }
    return counted.count;
  }

  const handlers: Handlers = {
    async status(_args, now) {
      const { login, services } = now;
      const source = contactSource(page, services, login);
      const self = login.state === 'in' ? login.userName : '';
      return ok({
        protocol: PROTOCOL,
        host: page.location.host,
        account:
          login.state === 'in' ? { state: 'in', userName: self, nickName: login.nickName } : { state: 'out' },
        contacts: {
          count: countPeople(now),
          settled: settled(source, self),
          revision: source.revision,
        },
        missing: login.missing,
        job: jobs.current() ?? null,
      });
    },
    async contacts(args, { services, login }) {
      if (login.state === 'out') return failed('logged-out');
      const from = integerField(args, 'from') ?? 0;
      if (from === 0) {
        const rows = peopleOf(contactSource(page, services, login), login.userName);
        reading = { number: reading.number + 1, rows };
      }
      return ok({
        reading: reading.number,
        total: reading.rows.length,
        rows: reading.rows.slice(from, integerField(args, 'to')),
      });
    },
    async rooms(_args, { services, login }) {
      if (login.state === 'out') return failed('logged-out');
      return ok(roomsOf(contactSource(page, services, login)));
    },
    async avatar(args, { services, login }) {
      if (login.state === 'out') return failed('logged-out');
      if (jobs.current()?.state.phase === 'creating') return ok(null);
      const userName = textField(args, 'userName');
      const entry = contactSource(page, services, login).find(userName);
      const own = userName === login.userName ? login.headImgUrl : '';
      return ok(await pictures.fetch(own || textField(entry, 'HeadImgUrl')));
    },
    async start(args, { services, login }) {
      const request = jobRequest(args);
      if (request.id === '') return failed('bad-call');
      pictures.giveUp();
      const job = jobs.start(request, services, login);
      return job === undefined ? failed('busy') : ok(job);
    },
    async watch(args) {
      const job = await jobs.watch(textField(args, 'id'), integerField(args, 'revision') ?? 0);
      return job === undefined ? failed('no-such-job') : ok(job);
    },
    async dismiss(args) {
      jobs.dismiss(textField(args, 'id'));
      return ok(null);
    },
    async openChat(args, { services }) {
      return openChat(services, textField(args, 'room')) ? ok(null) : failed('chat-not-opened');
    },
  };

  const isCall = (name: string): name is CallName => Object.hasOwn(handlers, name);
  return {
    async call(name, args) {
      try {
        if (!isCall(name)) return JSON.stringify(failed('unknown-call'));
        const services = pageServices(page);
        const login = await readLogin(page, services, readRaw);
        return JSON.stringify(await handlers[name](parseJson(args), { services, login }));
      } catch {
        return JSON.stringify(failed('agent-failed'));
      }
    },
  };
}

function jobRequest(args: unknown): JobRequest {
  return {
    id: textField(args, 'id'),
    account: textField(args, 'account'),
    members: listField(args, 'members').map((member) => ({
      userName: textField(member, 'userName'),
      name: textField(member, 'name'),
    })),
  };
}

function ok<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

function failed(code: CallError): Answer<never> {
  return { ok: false, error: { code } };
}
