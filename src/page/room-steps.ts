// Does the steps after a group is there, one after the other, and tells how each ended.
import type { UserName } from '../core/contact.ts';
import { retOf } from '../core/fields.ts';
import type { JobFact, JobRequest, RoomRead, Step, StepEnd } from '../core/job-facts.ts';
import { pageServices } from './injector.ts';
import { pause } from './pause.ts';
import { type Reading, readRoom } from './read-room.ts';
import { sendMessage } from './send-message.ts';
import { addPeople, updateRoom } from './update-room.ts';

/** In milliseconds: what has not ended by then may still end, and the next step begins. */
const LIMIT = 10_000;
/** In milliseconds, between readings while WeChat does not know the room, or its new name, yet. */
const PAUSES = [500, 1000, 2000];

export interface StepRun {
  readonly room: UserName;
  readonly steps: readonly Step[];
  /** Whom an invitation is about. */
  readonly people: readonly UserName[];
}

/**
 * Each step is asked for once, and tells its beginning before anything is sent. The end of one and the beginning of the
 * next are told as one: whoever hears of it never sees a job at rest that is not.
 * @param done when the last step has ended, or had its time
 */
export function runSteps(
  page: Window,
  request: JobRequest,
  { room, steps, people }: StepRun,
  happened: (facts: readonly JobFact[]) => void,
  clock: () => number,
  done: () => void,
): void {
  /** WeChat took the new name, so another one in a reading may be from before. */
  let isRenamed = false;
  begin(0, []);

  function begin(at: number, before: readonly JobFact[]): void {
    const step = steps[at];
    if (step === undefined) {
      done();
      happened(before);
      return;
    }
    const since = clock();
    happened([...before, { type: 'step', at: since, step, room, people }]);
    let goOn = (facts: readonly JobFact[]): void => {
      goOn = happened; // what comes late is only told
      begin(at + 1, facts);
    };
    void pause(LIMIT).then(() => goOn([]));
    void perform(step)
      .catch((): StepEnd => ({ path: 'factory' }))
      .then((end) => goOn([{ type: 'step-end', at: clock(), since, step, room, ...end }]));
  }

  async function perform(step: Step): Promise<StepEnd> {
    const services = pageServices(page);
    switch (step) {
      case 'check':
      case 'read':
        return read();
      case 'name': {
        const end = await updateRoom(page, services, 'modtopic', room, request.topic ?? '');
        isRenamed = retOf(end.reply) === 0;
        return end;
      }
      case 'greet':
        return sendMessage(page, services, request.account, room, request.greeting ?? '');
      case 'invite':
        await readOnce(); // how many are in decides how people are asked
        return addPeople(page, services, room, people);
    }
  }

  function readOnce(): Promise<Reading> {
    return readRoom(page, pageServices(page), room, request.account);
  }

  async function read(): Promise<StepEnd> {
    for (let tries = 0; ; tries++) {
      const { end } = await readOnce();
      const wait = PAUSES[tries];
      if (retOf(end.reply) !== 0 || !isEarly(end.read) || wait === undefined) return end;
      await pause(wait);
    }
  }

  /** A name that holds markup cannot be compared here: it is taken for the new one. */
  function isEarly(read: RoomRead | undefined): boolean {
    return !read || (isRenamed && read.nickName !== request.topic && !/[<&]/.test(read.nickName));
  }
}
