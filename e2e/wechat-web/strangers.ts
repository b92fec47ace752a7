// People who are in a group of yours and no contacts: known by their nickname, and only there.
import { emoji, han, join, latin } from './name.ts';
import { type Person, person } from './person.ts';

export const strangers: readonly Person[] = [
  person({
    id: 'stranger-0',
    kind: 'stranger',
    nick: join(han('茶客', 'cha ke'), emoji('1f343', '🍃')),
    traits: ['emoji-5'],
  }),
  person({ id: 'stranger-1', kind: 'stranger', nick: latin('Ottilie Marsh') }),
];
