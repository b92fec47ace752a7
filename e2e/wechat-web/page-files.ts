// The page itself: its HTML, its scripts, and how both differ from one kind of page to another.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Backend } from './backend.ts';
import type { Exchange } from './exchange.ts';
import type { PageKind, Scenario } from './scenario.ts';
import { ownsCookies, type Session, setCookieHeaders } from './session.ts';
import { contactRecord, userRecord } from './wire.ts';

const directory = new URL('./page/', import.meta.url);
const angularFile = createRequire(import.meta.url).resolve('angular/angular.min.js');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
  html: 'text/html; charset=UTF-8',
};

/** In load order; app.js makes the module the others add to, bootstrap.js starts it. */
const scripts: readonly string[] = [
  ...['app.js', 'conf-factory.js', 'account-factory.js', 'emoji-factory.js', 'contact-methods.js'],
  ...['contact-factory.js', 'batch-get.js', 'contact-loader.js', 'chatroom-factory.js', 'chat-factory.js'],
  ...['state.js', 'sync.js', 'login-factory.js', 'app-controller.js', 'factory-oddities.js', 'bootstrap.js'],
];

export async function servePage(exchange: Exchange, backend: Backend): Promise<void> {
  const { scenario } = backend;
  const session = sessionOf(exchange, backend);
  const isPlain = scenario.page === 'no-angular';
  const text = await readFile(new URL(isPlain ? 'no-angular.html' : 'index.html', directory), 'utf8');
  const left =
    scenario.page === 'no-factory' ? scripts.filter((name) => name !== 'chatroom-factory.js') : scripts;
  const html = text
    .replace('<!-- config -->', () => configOf(scenario, session !== undefined))
    .replace('<!-- scripts -->', () => left.map((name) => `<script src="/page/${name}"></script>`).join('\n'))
    .replace('<!-- avatars -->', () => (session === undefined ? '' : avatarsOf(session)));
  const cookies = session === undefined ? {} : { 'Set-Cookie': setCookieHeaders(session) };
  exchange.reply(200, types['html'] ?? '', html, cookies);
}

/** Whoever has the cookies is in; a page served for 'in' gets them. An ended session lets nobody in. */
function sessionOf(exchange: Exchange, backend: Backend): Session | undefined {
  if (backend.endedWith !== undefined) return undefined;
  const { session, scenario } = backend;
  if (scenario.login === 'in') return session ?? backend.loginAs(0);
  return session !== undefined && ownsCookies(session, exchange.cookies) ? session : undefined;
}

function configOf({ page, lateMs, factorySends }: Scenario, isLogin: boolean): string {
  const standIn = JSON.stringify({ page, lateMs: lateMs ?? null, factorySends, opened: [] });
  return `<script>window.MMCgi = { isLogin: ${isLogin} }; window.__standIn = ${standIn};</script>`;
}

function avatarsOf(session: Session): string {
  const { book } = session.account;
  const records = [
    userRecord(session),
    ...book.friends.slice(0, 3).map((one) => contactRecord(one, session)),
  ];
  return records
    .flatMap((record) => ('HeadImgUrl' in record ? [`<img alt="" src="${record.HeadImgUrl}">`] : []))
    .join('\n');
}

export async function serveFile(exchange: Exchange, page: PageKind): Promise<void> {
  const name = exchange.request.call;
  if (name === 'angular.js') {
    return exchange.reply(200, types['js'] ?? '', await readFile(angularFile, 'utf8'));
  }
  const known = name === 'style.css' || scripts.includes(name);
  if (!known) return exchange.reply(404, 'text/html', '<h1>404 Not Found</h1>');
  const text = await readFile(fileURLToPath(new URL(name, directory)), 'utf8');
  exchange.reply(200, types[name.split('.').at(-1) ?? ''] ?? '', renamed(text, page));
}

/** A page whose service has another name is the same page with that word replaced. */
function renamed(text: string, page: PageKind): string {
  if (page === 'factory-renamed') return text.replaceAll("'chatroomFactory'", "'roomService'");
  if (page === 'no-contact-factory') return text.replaceAll("'contactFactory'", "'friendService'");
  return text;
}
