// Opens a chat through the page's own $state, as a click in its list does.
import { digest, type Services } from './injector.ts';
import { call } from './reach.ts';

/** Whether the page took it. It throws when it is just asking WeChat for that room. Source: wechat-web facts. */
export function openChat(services: Services, room: string): boolean {
  const opened = call(services.get('$state'), 'go', 'chat', { userName: room }).state === 'returned';
  if (opened) digest(services);
  return opened;
}
