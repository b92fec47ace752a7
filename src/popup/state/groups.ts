// The groups that exist: the list of them, and the one that is open.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { UserName } from '../../core/contact.ts';
import type {
  AccountPlace,
  GroupProvider,
  GroupRow,
  OpenGroup,
  ProviderError,
  Result,
} from '../../core/provider.ts';

/** What was asked for, as far as it has come. */
export type Asked<Value> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'there'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: ProviderError };

export type GroupsView =
  /** People are picked for a new group. */
  | { readonly kind: 'none' }
  | ({ readonly kind: 'list' } & OfAccount)
  | ({ readonly kind: 'group'; readonly row: GroupRow } & OfAccount)
  /** People are picked to be added. */
  | ({ readonly kind: 'adding'; readonly row: GroupRow; readonly group: OpenGroup } & OfAccount);

/** Groups are of one login: their userNames mean nothing in another. */
interface OfAccount {
  readonly account: UserName;
}

export interface Groups {
  /** What is shown at a place: nothing of another login's. */
  readonly viewAt: (place: AccountPlace) => GroupsView;
  readonly list: ReadonlySignal<Asked<readonly GroupRow[]>>;
  readonly open: ReadonlySignal<Asked<OpenGroup>>;
  readonly showList: (place: AccountPlace) => void;
  readonly showGroup: (place: AccountPlace, row: GroupRow) => void;
  readonly addPeople: (place: AccountPlace, row: GroupRow, group: OpenGroup) => void;
  readonly leave: () => void;
}

export function createGroups(provider: GroupProvider): Groups {
  const view = signal<GroupsView>({ kind: 'none' });
  const list = signal<Asked<readonly GroupRow[]>>({ kind: 'asking' });
  const open = signal<Asked<OpenGroup>>({ kind: 'asking' });

  return {
    viewAt({ account }) {
      const shown = view.value;
      return shown.kind === 'none' || shown.account === account.userName ? shown : { kind: 'none' };
    },
    list,
    open,
    showList(place) {
      const shown: GroupsView = { kind: 'list', account: place.account.userName };
      view.value = shown;
      list.value = { kind: 'asking' };
      void provider.groups(place).then((answer) => {
        if (view.value === shown) list.value = asked(answer);
      });
    },
    showGroup(place, row) {
      const shown: GroupsView = { kind: 'group', row, account: place.account.userName };
      view.value = shown;
      open.value = { kind: 'asking' };
      void provider.openGroup(place, row.userName).then((answer) => {
        if (view.value === shown) open.value = asked(answer);
      });
    },
    addPeople(place, row, group) {
      view.value = { kind: 'adding', row, group, account: place.account.userName };
    },
    leave() {
      view.value = { kind: 'none' };
    },
  };
}

/** The row of a group that a job was about, when the list that it came from is gone. */
export function rowOf(room: UserName, name: string): GroupRow {
  return { userName: room, name, memberCount: 0 };
}

function asked<Value>(answer: Result<Value>): Asked<Value> {
  return answer.ok ? { kind: 'there', value: answer.value } : { kind: 'failed', error: answer.error };
}
