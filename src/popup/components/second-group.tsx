// One request made two groups: says so, and offers to open or leave the second.
import './second-group.css';
import { useState } from 'preact/hooks';
import type { Twin } from '../../core/group-job.ts';
import { t } from '../i18n.ts';
import type { Maker } from '../state/maker.ts';

interface SecondGroupProps {
  readonly twin: Twin;
  readonly maker: Maker;
  readonly opensChats: boolean;
}

export function SecondGroup({ twin, maker, opensChats }: SecondGroupProps) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <section class="second-group" role="alert">
      <h2>{t('twin_heading')}</h2>
      <p>{t(twin.left ? 'twin_left' : 'twin_text')}</p>
      {hasFailed && <p class="quiet">{t('twin_not_left')}</p>}
      {!twin.left && (
        <div class="result-buttons">
          {opensChats && (
            <button type="button" class="button" onClick={() => void maker.openChat(twin.room)}>
              {t('twin_open')}
            </button>
          )}
          <button
            type="button"
            class="button"
            onClick={() => void maker.leaveTwin(twin.room).then((error) => setFailed(error !== undefined))}
          >
            {t('twin_leave')}
          </button>
        </div>
      )}
    </section>
  );
}
