// One row of the fault matrix: what goes wrong, and what has to come of it.
import type { Answers, Scenario } from '../wechat-web/scenario.ts';

/** The two ways a group is asked for. */
export const PATHS = ['factory', 'raw'] as const;
export type PathName = (typeof PATHS)[number];

export const HEADINGS = {
  made: 'Group created',
  partial: 'Group created, but not everyone is in',
  refused: 'Group not created',
  unsure: 'Not sure whether the group was created',
} as const;

export interface Row {
  readonly name: string;
  /** What WeChat answers, for the userNames that are asked into the group. */
  readonly create: (userNames: readonly string[]) => Answers;
  readonly scenario?: Partial<Scenario>;
  readonly heading: keyof typeof HEADINGS;
  /** Words that the popup has to say. */
  readonly says: RegExp;
  /** Groups really made. */
  readonly groups: number;
  /** Whether the popup has to wait, so that its clock runs ahead. */
  readonly waits?: boolean;
}
