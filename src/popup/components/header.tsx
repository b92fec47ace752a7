// The slim header: whose account it is, and the way to another one where there is a choice.
import './header.css';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace } from '../../core/provider.ts';
import { t } from '../i18n.ts';
import type { Connection } from '../state/connection.ts';
import { Avatar } from './avatar.tsx';

interface HeaderProps {
  readonly connection: Connection;
  readonly place: AccountPlace;
  /** Absent where groups that exist cannot be opened. */
  readonly onGroups?: (() => void) | undefined;
}

export function Header({ connection, place, onGroups }: HeaderProps) {
  const { userName, name } = place.account;
  return (
    <header class="header">
      <Avatar place={place} userName={userName} name={name} size="small" />
      <span class="name header-name">{shortName(name)}</span>
      <span class="quiet header-host">{place.host}</span>
      {connection.hasChoice.value && (
        <button type="button" class="button button-quiet" onClick={connection.chooseAgain}>
          {t('switch_account')}
        </button>
      )}
      {onGroups !== undefined && (
        <button type="button" class="button button-quiet" onClick={onGroups}>
          {t('open_group')}
        </button>
      )}
    </header>
  );
}
