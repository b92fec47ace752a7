// Picking people: in the order of choosing, through searches, and through a list that changes meanwhile.
import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../core/contact.ts';
import { createPicker, type Picker } from './picker.ts';

const contact = (name: string): Contact => ({
  userName: `@${name.toLowerCase()}`,
  name,
  detail: '',
  remark: '',
  nickName: name,
  alias: '',
  pinyin: ['', ''],
  starred: false,
});
const [ANNA, BELA, CARL, DORA] = [contact('Anna'), contact('Bela'), contact('Carl'), contact('Dora')];
const ALL: readonly Contact[] = [ANNA, BELA, CARL, DORA];

function opened(...chosen: readonly Contact[]) {
  const contacts = signal(ALL);
  const picker = createPicker(contacts);
  for (const person of chosen) picker.toggle(person);
  return { contacts, picker };
}
const names = (people: readonly Contact[]): readonly string[] => people.map(({ name }) => name);
const chosenNames = ({ chosen }: Picker): readonly string[] => names(chosen.value);

describe('choosing', () => {
  it('keeps the order in which people were chosen', () => {
    const { picker } = opened(CARL, ANNA, DORA);
    expect(chosenNames(picker)).toEqual(['Carl', 'Anna', 'Dora']);
    expect(ALL.map(({ userName }) => picker.isChosen(userName))).toEqual([true, false, true, true]);
  });

  it('again takes back, and once more puts last', () => {
    const { picker } = opened(CARL, ANNA, CARL);
    expect(chosenNames(picker)).toEqual(['Anna']);
    picker.toggle(CARL);
    expect(chosenNames(picker)).toEqual(['Anna', 'Carl']);
  });

  it('takes out by name, and the last one', () => {
    const { picker } = opened(ANNA, BELA, CARL);
    picker.remove('@bela');
    picker.remove('@nobody');
    expect(chosenNames(picker)).toEqual(['Anna', 'Carl']);
    picker.removeLast();
    picker.removeLast();
    picker.removeLast();
    expect(chosenNames(picker)).toEqual([]);
  });

  it('of names from before, each once', () => {
    const { picker } = opened(DORA);
    picker.choose(['@carl', '@anna', '@carl', '@gone']);
    expect(chosenNames(picker)).toEqual(['Carl', 'Anna']);
  });

  it('ends with clear, which empties the search too', () => {
    const { picker } = opened(ANNA, BELA);
    picker.search('an');
    picker.clear();
    expect(chosenNames(picker)).toEqual([]);
    expect([picker.query.value, picker.active.value, picker.shown.value.length]).toEqual(['', -1, 4]);
  });
});

it.each([
  [[], 'too-few-members'],
  [[ANNA], 'too-few-members'],
  [[ANNA, BELA], undefined],
])('%j make a group: problem %s', (people, problem) => {
  expect(opened(...people).picker.problem.value).toBe(problem);
});

describe('for a group that exists', () => {
  const adding = (): Picker => createPicker(signal(ALL), { userNames: new Set(['@anna', '@elsewhere']) });

  it('those who are in it are shown, and cannot be chosen', () => {
    const picker = adding();
    for (const person of [ANNA, BELA, ANNA]) picker.toggle(person);
    expect(names(picker.shown.value)).toEqual(names(ALL));
    expect(chosenNames(picker)).toEqual(['Bela']);
    expect(ALL.map(({ userName }) => picker.isInside(userName))).toEqual([true, false, false, false]);
  });

  it('one person is enough, and nobody is too few', () => {
    const picker = adding();
    expect(picker.problem.value).toBe('too-few-members');
    picker.toggle(ANNA);
    expect(picker.problem.value).toBe('too-few-members');
    picker.toggle(BELA);
    expect(picker.problem.value).toBeUndefined();
    picker.toggle(CARL);
    expect(picker.problem.value).toBeUndefined();
    picker.clear();
    expect(picker.problem.value).toBe('too-few-members');
  });

  it('those who are in it are left out of names from before', () => {
    const picker = adding();
    picker.choose(['@anna', '@carl', '@elsewhere', '@bela', '@carl']);
    expect(chosenNames(picker)).toEqual(['Carl', 'Bela']);
    expect(['@anna', '@elsewhere', '@carl'].map(picker.isChosen)).toEqual([false, false, true]);
    picker.choose(['@anna']);
    expect(picker.problem.value).toBe('too-few-members');
  });

  it('that is not made yet, nobody is in', () => {
    const { picker } = opened();
    expect(ALL.some(({ userName }) => picker.isInside(userName))).toBe(false);
  });
});

describe('chosen people who vanish from the list', () => {
  it('are not in the group, and are back with the list', () => {
    const { contacts, picker } = opened(ANNA, BELA);
    contacts.value = [ANNA, CARL];
    expect(chosenNames(picker)).toEqual(['Anna']);
    expect(picker.problem.value).toBe('too-few-members');
    contacts.value = ALL;
    expect(chosenNames(picker)).toEqual(['Anna', 'Bela']);
  });

  it('are not what the last one is', () => {
    const { contacts, picker } = opened(ANNA, BELA);
    contacts.value = [ANNA];
    picker.removeLast();
    contacts.value = ALL;
    expect(chosenNames(picker)).toEqual(['Bela']);
  });

  it('are shown by their new names when they are only renamed', () => {
    const { contacts, picker } = opened(ANNA);
    contacts.value = [{ ...ANNA, name: 'Anne' }];
    expect(chosenNames(picker)).toEqual(['Anne']);
  });
});

describe('searching', () => {
  it('shows who is found, and keeps who is chosen', () => {
    const { picker } = opened(ANNA);
    picker.search('b');
    expect(names(picker.shown.value)).toEqual(['Bela']);
    expect(chosenNames(picker)).toEqual(['Anna']);
  });

  it('also in a list that came meanwhile', () => {
    const { contacts, picker } = opened();
    picker.search('ev');
    expect(picker.shown.value).toEqual([]);
    contacts.value = [...ALL, contact('Eva')];
    expect(names(picker.shown.value)).toEqual(['Eva']);
  });
});

describe('the active row', () => {
  it('is none at first, the first one found while searching, and none again', () => {
    const { picker } = opened();
    expect(picker.active.value).toBe(-1);
    picker.search('a');
    expect([picker.active.value, picker.isBrowsing.value]).toEqual([0, false]);
    picker.search('  ');
    expect(picker.active.value).toBe(-1);
  });

  it.each([
    [2, 2],
    [99, 3],
    [-1, 0],
  ])('moved to %d is %d', (place, active) => {
    const { picker } = opened();
    picker.moveTo(place);
    expect([picker.active.value, picker.isBrowsing.value]).toEqual([active, true]);
  });

  it('stays inside a list that shrinks, and is none in an empty one', () => {
    const { contacts, picker } = opened();
    picker.moveTo(3);
    contacts.value = [ANNA, BELA];
    expect(picker.active.value).toBe(1);
    contacts.value = [];
    expect(picker.active.value).toBe(-1);
    picker.moveTo(0);
    expect(picker.active.value).toBe(-1);
  });
});
