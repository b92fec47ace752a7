// The groups that the account is in: one of them is opened.
import './groups.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace, GroupRow } from '../../core/provider.ts';
import { textHolds } from '../../core/search.ts';
import { Avatar } from '../components/avatar.tsx';
import { BackHeader } from '../components/back-header.tsx';
import { t, tCount } from '../i18n.ts';
import type { Groups } from '../state/groups.ts';

interface GroupListProps {
  readonly place: AccountPlace;
  readonly groups: Groups;
}

export function GroupList({ place, groups }: GroupListProps) {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const list = groups.list.value;
  const rows = list.kind === 'there' ? list.value.filter(({ name }) => textHolds(name, query)) : [];
  return (
    <>
      <BackHeader title={t('groups_heading')} onBack={groups.leave} />
      <main class="groups">
        <div class="groups-search">
          <input
            ref={input}
            type="search"
            class="search"
            aria-label={t('search_groups')}
            placeholder={t('search_groups')}
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        {rows.length > 0 && (
          <ul class="groups-list" aria-label={t('groups_label')}>
            {rows.map((row) => (
              <li key={row.userName}>
                <GroupButton place={place} row={row} onOpen={() => groups.showGroup(place, row)} />
              </li>
            ))}
          </ul>
        )}
        {rows.length === 0 && (
          <p class="groups-empty quiet" role="status">
            {list.kind === 'there' &&
              (query === '' ? t('no_groups') : t('no_groups_found', query.slice(0, 40)))}
            {list.kind === 'failed' && t('groups_failed')}
          </p>
        )}
      </main>
    </>
  );
}

function GroupButton({
  place,
  row,
  onOpen,
}: {
  readonly place: AccountPlace;
  readonly row: GroupRow;
  readonly onOpen: () => void;
}) {
  return (
    <button type="button" class="groups-row" onClick={onOpen}>
      <Avatar place={place} userName={row.userName} name={row.name || '#'} />
      <span class="groups-words">
        <span class="name">{shortName(row.name) || t('group_without_name')}</span>
        {row.memberCount > 0 && <span class="quiet">{tCount('member_count', row.memberCount)}</span>}
      </span>
    </button>
  );
}
