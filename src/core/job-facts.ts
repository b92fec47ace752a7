// What is asked of a job, and what happened to it: the page keeps these facts, in whose light core/group-job sees it.
import type { UserName } from './contact.ts';
import type { Doubt, MissingPart, Refusal } from './outcome.ts';
import type { SeenRoom } from './room-match.ts';

export interface JobMember {
  readonly userName: UserName;
  /** The name as the person saw it when choosing. */
  readonly name: string;
}

/** What a person wants of a group. */
export interface GroupWish {
  /** Who is to be in the group; in a group that exists, who is to be added. */
  readonly members: readonly JobMember[];
  /** The name it is to have; absent when none was asked for. */
  readonly topic?: string | undefined;
  /** The first message; absent when there is none. */
  readonly greeting?: string | undefined;
  /** The group that exists and is to be changed; absent when one is to be made. */
  readonly room?: UserName | undefined;
}

/** What the popup asks for. Asking again with the same id asks for the same job. */
export interface JobRequest extends GroupWish {
  /** Made by the popup when the person presses the button. */
  readonly id: string;
  /** The account that the members were listed for: their userNames are valid for its session only. */
  readonly account: UserName;
}

/** What is done with a group once it is there, each by itself. */
export const STEPS = ['check', 'name', 'greet', 'invite', 'read'] as const;
export type Step = (typeof STEPS)[number];

/** A room as WeChat tells of it when asked. */
export interface RoomRead {
  /** As HTML; `''` while it has no name. */
  readonly nickName: string;
  /** Yourself included. */
  readonly memberCount: number;
  readonly isOwn: boolean;
  /** Without yourself. */
  readonly members: readonly UserName[];
}

/** The two ways people come into a group: from about 40 on they are invited and must accept. */
export type AddingFun = 'addmember' | 'invitemember';

/** How a step ended, as far as it is known. Without a `path` nothing was sent. */
export type StepEnd = Sending & {
  /** The reply as it came, reduced; absent when there was none. */
  readonly reply?: unknown;
  /** Of HTTP, where it is known. */
  readonly status?: number | undefined;
  /** What the page's own service says of it, where it keeps the reply to itself. */
  readonly pageSays?: 'done' | 'failed' | undefined;
  readonly fun?: AddingFun | undefined;
  /** What a reading found; absent when the room was not in the reply. */
  readonly read?: RoomRead | undefined;
};

/** How WeChat was asked: through the page's own chatroomFactory, or by the bare request. */
export type Path = 'factory' | 'raw';

/** How it was sent, as far as it is known. */
export type Sending = {
  /** Absent when nothing was sent. */
  readonly path?: Path | undefined;
  /** What the page lacked, when the bare request was used or nothing could be sent. */
  readonly missing?: MissingPart | undefined;
};

/** What happened to a job: the page keeps these, and whoever looks at the job reads its state from them. */
export type JobFact =
  | { readonly type: 'sent'; readonly at: number }
  /** Nothing was sent, for this reason; `gone` are members that are no contacts any more. */
  | {
      readonly type: 'not-sent';
      readonly at: number;
      readonly reason: Refusal;
      readonly gone?: readonly UserName[] | undefined;
    }
  /** The reply as it came: an object, a text, or nothing. `status` is of HTTP, where it is known. */
  | ({
      readonly type: 'answered';
      readonly at: number;
      readonly reply?: unknown;
      readonly status?: number | undefined;
    } & Sending)
  /** It may have been sent, and no reply can be had. */
  | ({ readonly type: 'doubtful'; readonly at: number; readonly doubt: Doubt } & Sending)
  /** The page was reloaded while the job ran: whoever would have heard the answer is gone. */
  | { readonly type: 'restored'; readonly at: number }
  /** Rooms that were not there before, with all their members. */
  | { readonly type: 'seen'; readonly at: number; readonly rooms: readonly SeenRoom[] }
  | { readonly type: 'check-again'; readonly at: number }
  | { readonly type: 'twin-left'; readonly at: number; readonly room: UserName }
  /** A step has begun, with that room; `people` are those whom an invitation is about. */
  | {
      readonly type: 'step';
      readonly at: number;
      readonly step: Step;
      readonly room: UserName;
      readonly people?: readonly UserName[] | undefined;
    }
  | ({
      readonly type: 'step-end';
      readonly at: number;
      /** When the try began that ended, since another may have begun after it; absent: the last one. */
      readonly since?: number | undefined;
      readonly step: Step;
      readonly room: UserName;
    } & StepEnd);

/** A job as the page keeps it. */
export interface JobRecord extends JobRequest {
  readonly facts: readonly JobFact[];
}
