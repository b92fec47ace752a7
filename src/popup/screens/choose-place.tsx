// WeChat Web is open in several tabs: which account, in which tab.
import './choose-place.css';
import { shortName } from '../../core/name-markup.ts';
import type { AccountPlace } from '../../core/provider.ts';
import { Avatar } from '../components/avatar.tsx';
import { t } from '../i18n.ts';

interface ChoosePlaceProps {
  readonly places: readonly AccountPlace[];
  readonly onChoose: (place: AccountPlace) => void;
}

export function ChoosePlace({ places, onChoose }: ChoosePlaceProps) {
  return (
    <main class="choose">
      <h1>{t('choose_heading')}</h1>
      <p class="quiet">{t('choose_text')}</p>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <button type="button" class="choose-place" onClick={() => onChoose(place)}>
              <Avatar place={place} userName={place.account.userName} name={place.account.name} />
              <span class="choose-words">
                <span class="name">{shortName(place.account.name)}</span>
                <span class="quiet">
                  {[place.host, place.current ? t('choose_current') : t('choose_tab', place.tab)].join(' · ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
