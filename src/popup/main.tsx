// Entry of the popup: puts the app on its page.
import { render } from 'preact';
import { weChatWeb } from '../providers/wechat-web/wechat-web.ts';
import { App } from './app.tsx';
import { textLanguage } from './i18n.ts';
import './popup.css';
import { createAvatars } from './state/avatars.ts';
import { connect } from './state/connection.ts';
import { createMaker } from './state/making.ts';

document.documentElement.lang = textLanguage();
const maker = createMaker(weChatWeb);
render(
  <App
    provider={weChatWeb}
    connection={connect(weChatWeb, maker.heard)}
    maker={maker}
    avatars={createAvatars(weChatWeb)}
  />,
  document.body,
);
