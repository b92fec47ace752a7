// Login by QR code: the code's id, the long poll until the phone confirms, and the keys that follow.
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { picture } from '../png.ts';
import { setCookieHeaders } from '../session.ts';

const script = 'text/javascript';
const uuid = 'stand-in-qr==';
const ticket = 'stand-in-ticket';

export function jsLogin(exchange: Exchange): undefined {
  exchange.reply(200, script, `window.QRLogin.code = 200; window.QRLogin.uuid = "${uuid}";`);
}

export function qrPicture(exchange: Exchange): undefined {
  exchange.reply(200, 'image/png', picture('qr'));
}

export function loginPoll(exchange: Exchange, backend: Backend): undefined {
  if (exchange.request.query['uuid'] !== uuid) {
    backend.refused('login', 'an unknown QR code');
    return exchange.reply(200, script, 'window.code=400;');
  }
  const answer = (): undefined => {
    if (!backend.phone.takeConfirmation()) return exchange.reply(200, script, 'window.code=408;');
    const to = `https://${backend.scenario.loginHost ?? exchange.headers.host}/cgi-bin/mmwebwx-bin/webwxnewloginpage`;
    exchange.reply(
      200,
      script,
      `window.code=200;\nwindow.redirect_uri="${to}?ticket=${ticket}&uuid=${uuid}&lang=zh_CN&scan=1";`,
    );
  };
  exchange.onClose(backend.phone.wait(answer));
}

export function newLoginPage(exchange: Exchange, backend: Backend): undefined {
  const { session } = backend;
  if (session === undefined || exchange.request.query['ticket'] !== ticket) {
    backend.refused('webwxnewloginpage', 'no such ticket');
    return exchange.reply(
      200,
      'text/plain; charset=UTF-8',
      '<error><ret>1203</ret><message></message></error>',
    );
  }
  const keys = [
    `<skey>${session.skey}</skey><wxsid>${session.sid}</wxsid><wxuin>${session.account.uin}</wxuin>`,
    `<pass_ticket>${session.passTicket}</pass_ticket><isgrayscale>1</isgrayscale>`,
  ].join('');
  // A page that was sent here by navigation, not by its own script, goes on to the page of this host.
  if (exchange.request.query['fun'] !== 'new') {
    return exchange.reply(302, script, '', { Location: '/', 'Set-Cookie': setCookieHeaders(session) });
  }
  exchange.reply(200, 'text/plain; charset=UTF-8', `<error><ret>0</ret><message></message>${keys}</error>`, {
    'Set-Cookie': setCookieHeaders(session),
  });
}
