// Contacts have begun to arrive, and none can be listed yet.
import './notice.css';
import { t, tCount } from '../i18n.ts';

export function Loading({ count }: { readonly count: number }) {
  return (
    <main class="notice" aria-busy="true">
      <h1>{t('loading_heading')}</h1>
      <p class="quiet" role="status">
        {tCount('loading_count', count)}
      </p>
    </main>
  );
}
