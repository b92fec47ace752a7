// Groups belong to one login, and their list to the last question for it: nothing older or of another login is shown.
import { describe, expect, it } from 'vitest';
import type { AccountPlace, GroupRow, OpenGroup, Result } from '../../core/provider.ts';
import { fakeProvider, PLACE } from './fake-provider.ts';
import { createGroups, type Groups } from './groups.ts';

const BOOKS: GroupRow = { userName: '@@books', name: 'Book club', memberCount: 3 };
const CHESS: GroupRow = { userName: '@@chess', name: 'Chess', memberCount: 12 };
const BOOK_CLUB: OpenGroup = { name: 'Book club', isOwn: true, memberCount: 3, members: [] };
/** Another login, in the same tab. */
const OTHER: AccountPlace = { ...PLACE, account: { userName: '@other', name: 'Me', key: 'k' } };
const rows = (...value: readonly GroupRow[]): Result<readonly GroupRow[]> => ({ ok: true, value });

/** A page that tells the list when the test says so, to each question by itself. */
function asking() {
  const answers: ((rows: Result<readonly GroupRow[]>) => void)[] = [];
  const groups = createGroups(fakeProvider({ groups: () => new Promise((answer) => answers.push(answer)) }));
  const lists = async (at: number, answer: Result<readonly GroupRow[]>): Promise<void> => {
    answers[at]?.(answer);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { groups, lists };
}

describe('of another login nothing is shown', () => {
  it.each<[string, (groups: Groups, place: AccountPlace) => void]>([
    ['list', (groups, place) => groups.showList(place)],
    ['group', (groups, place) => groups.showGroup(place, BOOKS)],
    ['adding', (groups, place) => groups.addPeople(place, BOOKS, BOOK_CLUB)],
  ])('of what is shown of its own: %s', (kind, show) => {
    const { groups } = asking();
    show(groups, PLACE);
    expect(groups.viewAt(PLACE).kind).toBe(kind);
    expect(groups.viewAt(OTHER)).toEqual({ kind: 'none' });
    expect(groups.viewAt({ ...PLACE, id: 2, tab: 2 }).kind).toBe(kind);
    show(groups, OTHER);
    expect(groups.viewAt(OTHER).kind).toBe(kind);
    expect(groups.viewAt(PLACE)).toEqual({ kind: 'none' });
    groups.leave();
    expect([groups.viewAt(PLACE), groups.viewAt(OTHER)]).toEqual([{ kind: 'none' }, { kind: 'none' }]);
  });
});

describe('each question for the list', () => {
  it('begins anew: what was told before is not shown as if it were told now', async () => {
    const { groups, lists } = asking();
    groups.showList(PLACE);
    await lists(0, rows(BOOKS));
    groups.showList(PLACE);
    expect(groups.list.value).toEqual({ kind: 'asking' });
    await lists(1, rows(CHESS));
    expect(groups.list.value).toEqual({ kind: 'there', value: [CHESS] });
  });

  it.each<[string, AccountPlace]>([
    ['at the same place', PLACE],
    ['of another login', OTHER],
  ])('makes the answers to earlier ones nothing, however late they come: %s', async (_where, place) => {
    const { groups, lists } = asking();
    groups.showList(PLACE);
    groups.showList(place);
    await lists(0, rows(BOOKS));
    expect(groups.list.value).toEqual({ kind: 'asking' });
    await lists(1, rows(CHESS));
    expect(groups.list.value).toEqual({ kind: 'there', value: [CHESS] });
    groups.showList(PLACE);
    groups.showList(place);
    await lists(3, rows(CHESS));
    await lists(2, { ok: false, error: 'page-gone' });
    expect(groups.list.value).toEqual({ kind: 'there', value: [CHESS] });
  });
});
