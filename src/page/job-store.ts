// Keeps jobs in the page's sessionStorage, so that a reload of the page finds them. No keys are in what is kept.
import type { UserName } from '../core/contact.ts';
import { field, integerField, listField, parseJson, textField } from '../core/fields.ts';
import type { JobRequest, Path } from '../core/group-job.ts';
import { MISSING_PARTS, type MissingPart } from '../core/outcome.ts';

const KEY = 'laqun.jobs';
/** Enough to tell an error page from the rest. */
const TEXT_KEPT = 400;

/** A reply as it came, and the way it came. */
export interface KeptReply {
  readonly reply: unknown;
  readonly status?: number | undefined;
  readonly path: Path;
  readonly missing?: MissingPart | undefined;
}

export interface KeptJob {
  readonly request: JobRequest;
  /** The rooms that were there when the group was asked for. */
  readonly before: readonly UserName[];
  readonly answer?: KeptReply | undefined;
  readonly isDismissed: boolean;
}

export function keepJobs(page: Window, jobs: readonly KeptJob[]): void {
  try {
    const kept = jobs.map((job) => ({
      ...job,
      answer: job.answer && { ...job.answer, reply: bare(job.answer.reply) },
    }));
    page.sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Full or forbidden: then a reload finds no job, and the popup says that it is not sure.
  }
}

export function keptJobs(page: Window): readonly KeptJob[] {
  try {
    const jobs = parseJson(page.sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(jobs) ? jobs.map(keptJob).filter(({ request }) => request.id !== '') : [];
  } catch {
    return [];
  }
}

/** A request from whatever was kept or came in. */
export function readRequest(value: unknown): JobRequest {
  return {
    id: textField(value, 'id'),
    account: textField(value, 'account'),
    members: listField(value, 'members').map((member) => ({
      userName: textField(member, 'userName'),
      name: textField(member, 'name'),
    })),
  };
}

function keptJob(value: unknown): KeptJob {
  const answer = field(value, 'answer');
  const missing = textField(answer, 'missing');
  return {
    request: readRequest(field(value, 'request')),
    before: listField(value, 'before').filter((room) => typeof room === 'string'),
    isDismissed: field(value, 'isDismissed') === true,
    answer:
      answer === undefined
        ? undefined
        : {
            reply: field(answer, 'reply'),
            status: integerField(answer, 'status'),
            path: textField(answer, 'path') === 'raw' ? 'raw' : 'factory',
            missing: MISSING_PARTS.find((part) => part === missing),
          },
  };
}

/** What judgeReply reads of a reply, and nothing else that the page may have put into it. */
function bare(reply: unknown): unknown {
  if (typeof reply === 'string') return reply.slice(0, TEXT_KEPT);
  const base = field(reply, 'BaseResponse');
  return {
    BaseResponse: { Ret: field(base, 'Ret'), ErrMsg: textField(base, 'ErrMsg') },
    ChatRoomName: textField(reply, 'ChatRoomName'),
    BlackList: textField(reply, 'BlackList'),
    MemberList: listField(reply, 'MemberList').map((member) => ({
      UserName: textField(member, 'UserName'),
      MemberStatus: field(member, 'MemberStatus'),
    })),
  };
}
