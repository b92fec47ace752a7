// The groups that exist: what is asked for is shown when it comes, and only where it is still wanted.
import { describe, expect, it } from 'vitest';
import type { GroupRow, OpenGroup, Result } from '../../core/provider.ts';
import { fakeProvider, PLACE } from './fake-provider.ts';
import { createGroups, type Groups, type GroupsView, rowOf } from './groups.ts';

const BOOKS: GroupRow = { userName: '@@books', name: 'Book club', memberCount: 3 };
const CHESS: GroupRow = { userName: '@@chess', name: 'Chess', memberCount: 12 };
const opened = (name: string): OpenGroup => ({
  name,
  isOwn: true,
  memberCount: 2,
  members: [{ userName: '@a', name: 'Anna' }],
});
const there = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** Questions that are answered when the test says so. */
function questions<Value>() {
  const asked: {
    readonly of: string;
    readonly answer: (value: Value) => void;
    readonly told: Promise<Value>;
  }[] = [];
  return {
    ask(of: string): Promise<Value> {
      let answer = (_value: Value): void => undefined;
      const told = new Promise<Value>((tell) => {
        answer = tell;
      });
      asked.push({ of, answer, told });
      return told;
    },
    async answer(at: number, value: Value): Promise<void> {
      asked[at]?.answer(value);
      await asked[at]?.told;
    },
    asked: () => asked.map(({ of }) => of),
  };
}

/** A page that is asked for the list and for groups, and the popup's groups. */
function asking() {
  const lists = questions<Result<readonly GroupRow[]>>();
  const rooms = questions<Result<OpenGroup>>();
  const provider = fakeProvider({
    groups: ({ id }) => lists.ask(`${id}`),
    openGroup: ({ id }, room) => rooms.ask(`${id} ${room}`),
  });
  const { answer: opens, asked } = rooms;
  return { groups: createGroups(provider), lists: lists.answer, opens, asked };
}

it('at first no group is shown, nor asked for', () => {
  const { groups, asked } = asking();
  expect(groups.viewAt(PLACE)).toEqual({ kind: 'none' });
  expect(asked()).toEqual([]);
});

describe('the list', () => {
  it('is shown at once, and filled when the page answers', async () => {
    const { groups, lists } = asking();
    groups.showList(PLACE);
    expect([groups.viewAt(PLACE), groups.list.value]).toMatchObject([{ kind: 'list' }, { kind: 'asking' }]);
    await lists(0, there([BOOKS, CHESS]));
    expect(groups.list.value).toEqual({ kind: 'there', value: [BOOKS, CHESS] });
  });

  it('that cannot be had says why, and can be asked for again', async () => {
    const { groups, lists } = asking();
    groups.showList(PLACE);
    await lists(0, { ok: false, error: 'page-gone' });
    expect(groups.list.value).toEqual({ kind: 'failed', error: 'page-gone' });
    groups.showList(PLACE);
    expect(groups.list.value).toEqual({ kind: 'asking' });
    await lists(1, there([]));
    expect(groups.list.value).toEqual({ kind: 'there', value: [] });
  });

  it('that comes after the person has left it does not bring it back', async () => {
    const { groups, lists } = asking();
    groups.showList(PLACE);
    groups.leave();
    await lists(0, there([BOOKS]));
    expect(groups.viewAt(PLACE)).toEqual({ kind: 'none' });
  });
});

describe('a group', () => {
  it('is shown by its row at once, and as it is when WeChat has told', async () => {
    const { groups, opens, asked } = asking();
    groups.showGroup(PLACE, BOOKS);
    expect(asked()).toEqual(['1 @@books']);
    expect([groups.viewAt(PLACE), groups.open.value]).toMatchObject([
      { kind: 'group', row: BOOKS },
      { kind: 'asking' },
    ]);
    await opens(0, there(opened('Books')));
    expect(groups.open.value).toEqual({ kind: 'there', value: opened('Books') });
  });

  it('that cannot be read says why, and can be asked for again', async () => {
    const { groups, opens } = asking();
    groups.showGroup(PLACE, BOOKS);
    await opens(0, { ok: false, error: 'room-not-read' });
    expect(groups.open.value).toEqual({ kind: 'failed', error: 'room-not-read' });
    groups.showGroup(PLACE, BOOKS);
    expect(groups.open.value).toEqual({ kind: 'asking' });
    await opens(1, there(opened('Books')));
    expect(groups.open.value).toMatchObject({ kind: 'there' });
  });

  it('is what people are picked for, and is asked for anew when they were not', async () => {
    const { groups, opens } = asking();
    groups.showGroup(PLACE, BOOKS);
    await opens(0, there(opened('Books')));
    groups.addPeople(PLACE, BOOKS, opened('Books'));
    expect(groups.viewAt(PLACE)).toMatchObject({ kind: 'adding', row: BOOKS, group: opened('Books') });
    groups.showGroup(PLACE, BOOKS);
    expect(groups.open.value).toEqual({ kind: 'asking' });
  });

  it('that a job was about is opened by the little that the job tells of it', () => {
    const { groups, asked } = asking();
    groups.showGroup(PLACE, rowOf('@@books', 'Book club'));
    expect(asked()).toEqual(['1 @@books']);
    expect(groups.viewAt(PLACE)).toMatchObject({ row: { name: 'Book club', memberCount: 0 } });
  });
});

describe('an answer about a group is dropped', () => {
  it.each<[string, (groups: Groups) => void, GroupsView['kind']]>([
    ['that was left', (groups) => groups.leave(), 'none'],
    ['for which the list was taken up again', (groups) => groups.showList(PLACE), 'list'],
    ['for which another one was opened', (groups) => groups.showGroup(PLACE, CHESS), 'group'],
    ['that was asked for anew', (groups) => groups.showGroup(PLACE, BOOKS), 'group'],
  ])('%s', async (_which, goOn, view) => {
    const { groups, opens } = asking();
    groups.showGroup(PLACE, BOOKS);
    goOn(groups);
    await opens(0, there(opened('Books')));
    expect(groups.open.value).toEqual({ kind: 'asking' });
    expect(groups.viewAt(PLACE).kind).toBe(view);
  });

  it('also when it comes after that about the other', async () => {
    const { groups, opens } = asking();
    groups.showGroup(PLACE, BOOKS);
    groups.showGroup(PLACE, CHESS);
    await opens(1, there(opened('Chess')));
    await opens(0, { ok: false, error: 'page-gone' });
    expect(groups.open.value).toEqual({ kind: 'there', value: opened('Chess') });
  });
});
