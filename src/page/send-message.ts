// Sends a text to a room, once: through the page's chatFactory, or by the bare request where that is missing.
import type { UserName } from '../core/contact.ts';
import { field, integerField } from '../core/fields.ts';
import type { StepEnd } from '../core/job-facts.ts';
import { rawEnd } from './bare-reply.ts';
import { digest, type Services } from './injector.ts';
import { pause } from './pause.ts';
import { post } from './raw-api.ts';
import { ask, call } from './reach.ts';

const TEXT = 1;
/** What the page notes on a message: sent, or failed. */
const [SENT, FAILED] = [2, 5];
/** In milliseconds. */
const LOOK_EVERY = 100;
/** For a minute: the page itself tries for so long. */
const LOOKS = 600;

/** @param self who sends it */
export async function sendMessage(
  page: Window,
  services: Services,
  self: UserName,
  room: UserName,
  text: string,
): Promise<StepEnd> {
  const chat = services.get('chatFactory');
  const wanted = { ToUserName: room, Content: asHtml(text), MsgType: TEXT };
  const message = ask(chat, 'createMessage', wanted);
  if (typeof field(chat, 'sendMessage') !== 'function' || typeof message !== 'object' || message === null) {
    const id = `${Date.now()}1000`;
    const ids = { LocalID: id, ClientMsgId: id };
    const Msg = { Type: TEXT, Content: text, FromUserName: self, ToUserName: room, ...ids };
    return rawEnd(await post(page, services, 'webwxsendmsg', { Msg, Scene: 0 }));
  }
  Reflect.set(message, 'MMSendContent', text); // to the letter: the page reads faces and markup into a text
  const earlier = sendings(page).length;
  ask(chat, 'appendMessage', message);
  call(chat, 'sendMessage', message);
  digest(services);
  for (let looks = 0; looks < LOOKS; looks++) {
    await pause(LOOK_EVERY);
    const state = integerField(message, 'MMStatus');
    if (state === SENT) return { path: 'factory', pageSays: 'done' };
    if (state === FAILED) {
      const status = integerField(sendings(page).slice(earlier).at(-1), 'responseStatus');
      return { path: 'factory', pageSays: 'failed', status };
    }
  }
  return { path: 'factory' };
}

/** The page keeps WeChat's answer to itself, but the browser notes the HTTP status of each sending, unless its notes are full. */
function sendings(page: Window): readonly PerformanceEntry[] {
  return page.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/webwxsendmsg'));
}

/** The page shows a message as HTML. */
function asHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
}
