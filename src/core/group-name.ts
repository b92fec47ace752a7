// The name of a group: what it may be, how long, what is proposed, and whether a group carries it.
import { facedRight } from './emoji-code.ts';
import { withoutControls } from './name-markup.ts';

/** In UTF-16 units, as WeChat's own page counts. Source: wechat-web facts, limits. */
export const LONGEST_NAME = 18;
/** Names that a proposal is made of. */
const NAMES_PROPOSED = 4;
/** What WeChat puts between people where a group has no name. */
const BETWEEN = '、';

/** A name as it may be typed: one line, no control characters. Blanks at its ends are left, since more may follow them. */
export function typedName(text: string): string {
  return withoutControls(text);
}

/** Why a name cannot be given, or undefined when it can. */
export function nameProblem(name: string): 'name-too-long' | undefined {
  return name.trim().length > LONGEST_NAME ? 'name-too-long' : undefined;
}

/** A name made of the first people, as many as fit: `''` when nobody has one. */
export function proposedName(people: readonly string[]): string {
  const names = people.map((name) => typedName(name).trim()).filter((name) => cutToFit(name) !== '');
  const [first = '', ...others] = names.slice(0, NAMES_PROPOSED);
  if (first.length > LONGEST_NAME) return cutToFit(first);
  let name = first;
  for (const other of others) {
    const longer = `${name}${BETWEEN}${other}`;
    if (longer.length > LONGEST_NAME) break;
    name = longer;
  }
  return name;
}

/** WeChat may spell an emoji or a blank another way and still mean the same name. */
export function isSameName(one: string, other: string): boolean {
  return spelled(one) === spelled(other);
}

function spelled(name: string): string {
  return Array.from(typedName(name).replace(/\ufe0f/g, ''), facedRight)
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whole characters only, as people perceive them. */
function cutToFit(name: string): string {
  let cut = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    if (cut.length + segment.length > LONGEST_NAME) break;
    cut += segment;
  }
  return cut.trimEnd();
}
