// Opens the chat of a group in WeChat Web, and says so when the page does not take it.
import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { Maker } from '../state/maker.ts';

export function OpenChat({ room, maker }: { readonly room: string; readonly maker: Maker }) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <>
      {hasFailed && (
        <p class="quiet" role="alert">
          {t('chat_not_opened')}
        </p>
      )}
      <button
        type="button"
        class="button button-primary"
        onClick={() => void maker.openChat(room).then((error) => setFailed(error !== undefined))}
      >
        {t('open_chat')}
      </button>
    </>
  );
}
