// The first message that is kept may come late: it is taken while the person has done nothing about it, and undoes nothing.
import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { createDraft, type Draft } from './draft.ts';

/** A draft beside a storage that answers when the test says so. */
function begun() {
  let tell = (_greeting: string): void => undefined;
  const reading = new Promise<string>((answer) => {
    tell = answer;
  });
  const write = vi.fn(async (_greeting: string): Promise<void> => undefined);
  const draft = createDraft(signal([]), { read: () => reading, write });
  const keeps = async (greeting: string): Promise<void> => {
    tell(greeting);
    await reading;
  };
  return { draft, keeps, shown: () => shown(draft), written: () => write.mock.calls.map(([text]) => text) };
}
const shown = ({ greeting, isRemembered }: Draft) => [greeting.value, isRemembered.value];

describe('the first message that is kept is taken late', () => {
  it('when nothing was done about it', async () => {
    const { draft, keeps, shown, written } = begun();
    draft.typeName('Book club');
    await keeps('Hello');
    expect([shown(), written()]).toEqual([['Hello', true], []]);
  });

  it('also after clear', async () => {
    const { draft, keeps, shown } = begun();
    draft.typeGreeting('Good morning');
    draft.clear();
    expect(draft.greeting.value).toBe('');
    await keeps('Hello');
    expect(shown()).toEqual(['Hello', true]);
  });
});

describe('it does not push aside', () => {
  it('what was typed', async () => {
    const { draft, keeps, shown, written } = begun();
    draft.typeGreeting('Good morning');
    await keeps('Hello');
    expect([shown(), written()]).toEqual([['Good morning', false], []]);
    draft.clear();
    expect(shown()).toEqual(['Hello', true]);
  });

  it('that what was typed was emptied', async () => {
    const { draft, keeps, shown, written } = begun();
    draft.typeGreeting('Good morning');
    draft.typeGreeting('');
    await keeps('Hello');
    expect([shown(), written()]).toEqual([['', false], []]);
  });

  it('what was said in the box', async () => {
    const { draft, keeps, shown } = begun();
    draft.remember(true);
    draft.remember(false);
    await keeps('Hello');
    expect(shown()).toEqual(['', false]);
  });
});

describe('it does not undo what was written before it came', () => {
  it('a message to be kept', async () => {
    const { draft, keeps, shown, written } = begun();
    draft.typeGreeting('Good morning');
    draft.remember(true);
    await keeps('Hello');
    expect([shown(), written()]).toEqual([['Good morning', true], ['Good morning']]);
    draft.typeGreeting('Good morning ');
    draft.clear();
    expect([shown(), written()]).toEqual([['Good morning', true], ['Good morning']]);
    draft.typeGreeting('Hello');
    expect(written()).toEqual(['Good morning', 'Hello']);
  });

  it('that none is to be kept', async () => {
    const { draft, keeps, shown, written } = begun();
    draft.typeGreeting('Good morning');
    draft.remember(false);
    await keeps('Hello');
    expect([shown(), written()]).toEqual([['Good morning', false], ['']]);
    draft.clear();
    expect(shown()).toEqual(['', false]);
  });
});
