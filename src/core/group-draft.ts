// The people chosen for a group: what makes a draft fit to send, and why one is not.
import type { UserName } from './contact.ts';

/** WeChat makes a group of at least two others; with one it opens that chat instead. */
const FEWEST_MEMBERS = 2;

export type DraftProblem = 'too-few-members' | 'member-twice' | 'yourself-as-member' | 'no-person';

/**
 * Why a group of these members cannot be asked for, or undefined when it can.
 * @param self the userName of the account itself, `''` when it is not known
 * @param fewest how few may be asked for: anybody or nobody, in a group that exists
 */
export function draftProblem(
  members: readonly UserName[],
  self: UserName,
  fewest = FEWEST_MEMBERS,
): DraftProblem | undefined {
  if (self !== '' && members.includes(self)) return 'yourself-as-member';
  if (members.some((userName) => !/^@[^@]/.test(userName))) return 'no-person';
  if (new Set(members).size !== members.length) return 'member-twice';
  if (members.length < fewest) return 'too-few-members';
  return undefined;
}
