// The name and the first message of a new group: what was typed stays as typed, and what is proposed or kept gives way to it.
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../core/contact.ts';
import { createDraft } from './draft.ts';

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
const [ANNA, BELA, CARL] = [contact('Anna'), contact('Bela'), contact('Carl')];

/** A draft for these people, beside a storage that answers when the test says so. */
function begun(...people: readonly Contact[]) {
  const chosen = signal<readonly Contact[]>(people);
  let tell = (_greeting: string): void => undefined;
  const reading = new Promise<string>((answer) => {
    tell = answer;
  });
  const write = vi.fn(async (_greeting: string): Promise<void> => undefined);
  const draft = createDraft(chosen, { read: () => reading, write });
  const keeps = async (greeting: string): Promise<void> => {
    tell(greeting);
    await reading;
  };
  return { chosen, draft, write, keeps, written: () => write.mock.calls.map(([greeting]) => greeting) };
}
/** The same, once the storage has answered. */
async function keeping(greeting: string) {
  const all = begun();
  await all.keeps(greeting);
  return all;
}

describe('the name', () => {
  it('follows the people chosen, until it is typed', () => {
    const { chosen, draft } = begun();
    expect([draft.name.value, draft.isProposed.value]).toEqual(['', true]);
    chosen.value = [ANNA, BELA];
    expect([draft.name.value, draft.isProposed.value]).toEqual(['Anna、Bela', true]);
    draft.typeName('Book club');
    chosen.value = [ANNA, BELA, CARL];
    expect([draft.name.value, draft.isProposed.value]).toEqual(['Book club', false]);
  });

  it('is typed, also where it is what was proposed', () => {
    const { chosen, draft } = begun(ANNA, BELA);
    draft.typeName(draft.name.value);
    chosen.value = [CARL];
    expect([draft.name.value, draft.isProposed.value]).toEqual(['Anna、Bela', false]);
  });

  it('stays empty when it was typed and emptied', () => {
    const { chosen, draft } = begun(ANNA, BELA);
    draft.typeName('');
    chosen.value = [ANNA, CARL];
    expect([draft.name.value, draft.isProposed.value]).toEqual(['', false]);
  });

  it.each(['Book club', ''])('is proposed again after clear, typed as %j', (typed) => {
    const { chosen, draft } = begun(ANNA, BELA);
    draft.typeName(typed);
    draft.clear();
    chosen.value = [BELA, CARL];
    expect([draft.name.value, draft.isProposed.value]).toEqual(['Bela、Carl', true]);
  });

  it.each([
    ['a line break', 'Book\nclub', 'Book club'],
    ['line breaks and tabs in a row', 'Book\r\n\t\u2028club', 'Book club'],
    ['control characters', 'Bo\u0000ok\u0085 \u001bclub', 'Book  club'],
    ['what turns the direction of writing', 'Book\u202eclub\u2066', 'Bookclub'],
    ['what shows nothing', '\u200b\ufeff', ''],
  ])('does not take %s', (_what, typed, name) => {
    const { draft } = begun(ANNA);
    draft.typeName(typed);
    expect(draft.name.value).toBe(name);
  });

  it('keeps the blanks at its ends, since more may follow them', () => {
    const { draft } = begun();
    draft.typeName(' Book ');
    expect(draft.name.value).toBe(' Book ');
  });
});

describe('a name is too long', () => {
  it.each([
    ['not with 18 units', 'a'.repeat(18), undefined],
    ['with 19', 'a'.repeat(19), 'name-too-long'],
    ['not by the blanks around it', `  ${'a'.repeat(18)}\n`, undefined],
    ['with the blanks within it', `${'a'.repeat(9)} ${'a'.repeat(9)}`, 'name-too-long'],
    ['with 9 emoji of 2 units and a letter', `${'😀'.repeat(9)}a`, 'name-too-long'],
    ['not with 9 emoji', '😀'.repeat(9), undefined],
    ['not when it is empty', '', undefined],
  ])('%s', (_when, typed, problem) => {
    const { draft } = begun();
    draft.typeName(typed);
    expect(draft.problem.value).toBe(problem);
  });

  it('never as it is proposed', () => {
    const { draft } = begun(contact('A'.repeat(40)), BELA);
    expect([draft.name.value, draft.problem.value]).toEqual(['A'.repeat(18), undefined]);
  });

  it('no more after clear', () => {
    const { draft } = begun(ANNA);
    draft.typeName('a'.repeat(19));
    draft.clear();
    expect(draft.problem.value).toBeUndefined();
  });
});

describe('the first message', () => {
  it('is none where none is kept, and is kept only when the person wants it', async () => {
    const { draft, write } = await keeping('');
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['', false]);
    draft.typeGreeting('Hello\nall');
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['Hello\nall', false]);
    expect(write).not.toHaveBeenCalled();
  });

  it('is the one that is kept', async () => {
    const { draft, write } = await keeping('Hello');
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['Hello', true]);
    expect(write).not.toHaveBeenCalled();
  });
});

describe('remembering', () => {
  it('writes the first message without the blanks around it, and each change of it', async () => {
    const { draft, written } = await keeping('');
    draft.typeGreeting(' Hello ');
    draft.remember(true);
    draft.typeGreeting('Hello all');
    draft.typeGreeting('Hello all ');
    expect(written()).toEqual(['Hello', 'Hello all']);
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['Hello all ', true]);
  });

  it('before anything is typed writes what is typed then', async () => {
    const { draft, written } = await keeping('');
    draft.remember(true);
    draft.typeGreeting(' ');
    expect(written()).toEqual([]);
    draft.typeGreeting(' H');
    expect(written()).toEqual(['H']);
  });

  it('no more removes it, and leaves it for this group', async () => {
    const { draft, written } = await keeping('Hello');
    draft.remember(false);
    expect([draft.greeting.value, written()]).toEqual(['Hello', ['']]);
    draft.typeGreeting('Hello all');
    expect(written()).toEqual(['']);
    draft.clear();
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['', false]);
  });

  it('is for the next group too: clear brings it back as it was last', async () => {
    const { draft, written } = await keeping('Hello');
    draft.typeGreeting('Hello all');
    draft.clear();
    expect([draft.greeting.value, draft.isRemembered.value]).toEqual(['Hello all', true]);
    expect(written()).toEqual(['Hello all']);
  });
});
