// A group that exists: its name, who is in it, and the way to add people.
import './groups.css';
import { useState } from 'preact/hooks';
import type { Contact, UserName } from '../../core/contact.ts';
import { isSameName, nameProblem, typedName } from '../../core/group-name.ts';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace, GroupRow, OpenGroup } from '../../core/provider.ts';
import { Avatar } from '../components/avatar.tsx';
import { BackHeader } from '../components/back-header.tsx';
import { GroupNameField } from '../components/group-name-field.tsx';
import { t, tCount } from '../i18n.ts';
import type { Groups } from '../state/groups.ts';

interface GroupScreenProps {
  readonly place: AccountPlace;
  readonly row: GroupRow;
  readonly groups: Groups;
  readonly contacts: ReadonlyMap<UserName, Contact>;
  /** The page just refused a job, because it runs another. */
  readonly notStarted: boolean;
  readonly onRename: (name: string) => void;
}

export function GroupScreen(props: GroupScreenProps) {
  const { place, row, groups } = props;
  const open = groups.open.value;
  return (
    <>
      <BackHeader
        title={
          shortName(open.kind === 'there' ? open.value.name || row.name : row.name) || t('group_without_name')
        }
        onBack={() => groups.showList(place)}
      />
      <main class="groups">
        {open.kind === 'there' ? (
          <Opened {...props} group={open.value} />
        ) : (
          <div class="groups-empty">
            <p class="quiet" role="status">
              {open.kind === 'asking' ? t('opening_group') : t('group_not_opened')}
            </p>
            {open.kind === 'failed' && (
              <button type="button" class="button" onClick={() => groups.showGroup(place, row)}>
                {t('try_again')}
              </button>
            )}
          </div>
        )}
      </main>
    </>
  );
}

function Opened({
  place,
  row,
  group,
  groups,
  contacts,
  notStarted,
  onRename,
}: GroupScreenProps & { readonly group: OpenGroup }) {
  const [name, setName] = useState(group.name);
  const wanted = name.trim();
  const canRename = wanted !== '' && !isSameName(wanted, group.name) && nameProblem(wanted) === undefined;
  const rename = () => canRename && onRename(wanted);
  return (
    <>
      <form
        class="group-form"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <div class="group-row">
          <GroupNameField name={name} onType={(text) => setName(typedName(text))} />
          <button type="submit" class="button" aria-disabled={!canRename}>
            {t('rename')}
          </button>
        </div>
        <div class="group-row">
          <span class="quiet" role="status">
            {notStarted ? t('busy') : factsOf(group)}
          </span>
          <button
            type="button"
            class="button button-primary"
            onClick={() => groups.addPeople(place, row, group)}
          >
            {t('add_people')}
          </button>
        </div>
      </form>
      <ul class="group-members" aria-label={t('members_label')}>
        {group.members.map(({ userName, name: own }) => {
          const known = contacts.get(userName);
          const shown = known?.name || own;
          return (
            <li key={userName} class="member">
              <Avatar place={place} userName={userName} name={shown} />
              <span class="member-words">
                <span class="name">{shortName(shown) || t('no_name')}</span>
                {known === undefined && <span class="quiet">{t('no_contact')}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function factsOf({ memberCount, isOwn }: OpenGroup): string {
  return [tCount('member_count', memberCount), ...(isOwn ? [t('you_own_it')] : [])].join(' · ');
}
