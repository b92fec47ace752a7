// The people of one account: the special ones first, then as many ordinary ones as a test wants.
import { chinese, emoji, join, latin, type Name } from './name.ts';
import { firstNames, givenNames, lastNames, places, remarkTails, surnames } from './name-parts.ts';
import { otherEntries, selfOf } from './other-entries.ts';
import { type Person, person } from './person.ts';
import { type Random, seededRandom } from './random.ts';
import { specialPeople } from './special-people.ts';
import { strangers } from './strangers.ts';

export interface AddressBook {
  readonly self: Person;
  /** People who can be put into a group, by index. */
  readonly friends: readonly Person[];
  /** Everything webwxgetcontact lists, yourself and the services included, in no alphabetical order. */
  readonly entries: readonly Person[];
  /** In a group of yours, but no contacts: in no list but that of the group's members. */
  readonly strangers: readonly Person[];
  /** Strangers included. */
  byId(id: string): Person | undefined;
}

export interface AddressBookOptions {
  readonly contacts: number;
  readonly seed: number;
  readonly account: number;
}

export function addressBook({ contacts, seed, account }: AddressBookOptions): AddressBook {
  if (!Number.isInteger(contacts) || contacts < 10 || contacts > 10_000) {
    throw new RangeError(`contacts must be a whole number from 10 to 10000, not ${contacts}`);
  }
  const random = seededRandom(seed * 1009 + account);
  const friends = Array.from({ length: contacts }, (_, index) => {
    const special = specialPeople[index];
    const id = `friend-${index}`;
    return special === undefined ? ordinaryPerson(id, index, random) : person({ ...special, id, index });
  });
  const self = selfOf(account);
  const entries = mixed([self, ...otherEntries], friends);
  const byId = new Map([...entries, ...strangers].map((entry) => [entry.id, entry]));
  return { self, friends, entries, strangers, byId: (id) => byId.get(id) };
}

/** Spreads the few among the many, so that no page of contacts is free of entries that must be left out. */
function mixed(few: readonly Person[], many: readonly Person[]): readonly Person[] {
  const gap = Math.max(1, Math.floor(many.length / few.length));
  const spread = many.flatMap((friend, index) => {
    const other = index % gap === 0 ? few[index / gap] : undefined;
    return other === undefined ? [friend] : [other, friend];
  });
  return [...spread, ...few.slice(Math.ceil(many.length / gap))];
}

function ordinaryPerson(id: string, index: number, random: Random): Person {
  const nick = random.chance(0.2) ? englishName(random) : chineseName(random);
  const withEmoji = random.chance(0.08) ? join(nick, random.pick(commonEmoji)) : nick;
  return person({
    id,
    index,
    nick: withEmoji,
    traits: ['ordinary'],
    ...(random.chance(0.25) ? { remark: remarkName(random) } : {}),
    ...(random.chance(0.3)
      ? { alias: `${random.pick(firstNames).toLowerCase()}_${random.below(10_000)}` }
      : {}),
    sex: random.pick([0, 1, 2]),
    place: random.pick(places),
    starred: random.chance(0.01),
  });
}

const commonEmoji = [
  emoji('1f601', '😁'),
  emoji('1f339', '🌹'),
  emoji('2b50', '⭐'),
  emoji('1f63b', '😍'),
  emoji('1f338', '🌸'),
] as const;

const chineseName = (random: Random): Name =>
  random.chance(0.3)
    ? chinese(random.pick(surnames), random.pick(givenNames))
    : chinese(random.pick(surnames), random.pick(givenNames), random.pick(givenNames));

const englishName = (random: Random): Name => latin(`${random.pick(firstNames)} ${random.pick(lastNames)}`);

const remarkName = (random: Random): Name =>
  chinese(random.pick(surnames), random.pick(givenNames), random.pick(remarkTails));
