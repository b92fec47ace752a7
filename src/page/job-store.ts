// Keeps jobs in the page's sessionStorage, so that a reload of the page finds them. No keys are in what is kept.
import type { UserName } from '../core/contact.ts';
import { field, listField, parseJson, textField } from '../core/fields.ts';
import type { JobRequest } from '../core/job-facts.ts';

const KEY = 'laqun.jobs';

/** A fact as the page keeps it; whoever reads the job checks it. */
export type KeptFact = Readonly<Record<string, unknown>>;

export interface KeptJob {
  readonly request: JobRequest;
  /** The rooms that were there when the group was asked for. */
  readonly before: readonly UserName[];
  readonly facts: readonly KeptFact[];
  readonly isDismissed: boolean;
}

export function keepJobs(page: Window, jobs: readonly KeptJob[]): void {
  try {
    page.sessionStorage.setItem(KEY, JSON.stringify(jobs));
  } catch {
    // Full or forbidden: then a reload finds no job, and the popup says that it is not sure.
  }
}

export function keptJobs(page: Window): readonly KeptJob[] {
  try {
    const jobs = parseJson(page.sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(jobs) ? jobs.map(keptJob).filter(isWhole) : [];
  } catch {
    return [];
  }
}

/** A request from whatever was kept or came in. */
export function readRequest(value: unknown): JobRequest {
  const given = (name: string): string | undefined => textField(value, name) || undefined;
  return {
    id: textField(value, 'id'),
    account: textField(value, 'account'),
    topic: given('topic'),
    greeting: given('greeting'),
    room: given('room'),
    members: listField(value, 'members').map((member) => ({
      userName: textField(member, 'userName'),
      name: textField(member, 'name'),
    })),
  };
}

function keptJob(value: unknown): KeptJob {
  return {
    request: readRequest(field(value, 'request')),
    before: listField(value, 'before').filter((room) => typeof room === 'string'),
    facts: listField(value, 'facts').map((fact) => ({ ...Object(fact) })),
    isDismissed: field(value, 'isDismissed') === true,
  };
}

/** What another version, or the page, has written there is no job of ours: the popup could not read it. */
function isWhole({ request, facts }: KeptJob): boolean {
  return (
    request.id !== '' &&
    facts.every((fact) => textField(fact, 'type') !== '' && typeof fact['at'] === 'number')
  );
}
