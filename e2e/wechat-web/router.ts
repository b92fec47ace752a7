// Which call of WeChat Web is answered by which function.
import type { Backend } from './backend.ts';
import { batchGetContact, getContact } from './calls/contacts.ts';
import { createChatroom } from './calls/create-chatroom.ts';
import { init, logout, sync, syncCheck } from './calls/init-and-sync.ts';
import { jsLogin, loginPoll, newLoginPage, qrPicture } from './calls/login.ts';
import { sendMessage, statusNotify } from './calls/messages.ts';
import { getPicture } from './calls/pictures.ts';
import { updateChatroom } from './calls/update-chatroom.ts';
import type { Exchange } from './exchange.ts';
import { serveFile, servePage } from './page-files.ts';

type Call = (exchange: Exchange, backend: Backend) => void;

const calls: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['webwxinit', init],
  ['webwxgetcontact', getContact],
  ['webwxbatchgetcontact', batchGetContact],
  ['webwxcreatechatroom', createChatroom],
  ['webwxupdatechatroom', updateChatroom],
  ['webwxsync', sync],
  ['synccheck', syncCheck],
  ['webwxsendmsg', sendMessage],
  ['webwxstatusnotify', statusNotify],
  ['webwxgeticon', getPicture],
  ['webwxgetheadimg', getPicture],
  ['webwxlogout', logout],
  ['webwxnewloginpage', newLoginPage],
  ['login', loginPoll],
  ['jslogin', jsLogin],
]);

export async function route(exchange: Exchange, backend: Backend): Promise<void> {
  const { path, call } = exchange.request;
  if (path === '/') return servePage(exchange, backend);
  if (path.startsWith('/page/')) return serveFile(exchange, backend.scenario.page);
  if (path.startsWith('/qrcode/') || path === '/favicon.ico') return qrPicture(exchange);
  const answer = path.startsWith('/cgi-bin/mmwebwx-bin/') ? calls.get(call) : undefined;
  if (answer === undefined) return exchange.reply(404, 'text/html', '<h1>404 Not Found</h1>');
  answer(exchange, backend);
}
