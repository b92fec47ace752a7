// Leaves a room by the bare request: the page's own quit tells nobody whether it worked.
import type { UserName } from '../core/contact.ts';
import { retOf } from '../core/fields.ts';
import { rawEnd } from './bare-reply.ts';
import type { Services } from './injector.ts';
import { post } from './raw-api.ts';

/** Whether WeChat said that it is done. */
export async function leaveRoom(page: Window, services: Services, room: UserName): Promise<boolean> {
  const reply = await post(page, services, 'webwxupdatechatroom?fun=quitchatroom', { ChatRoomName: room });
  return retOf(rawEnd(reply).reply) === 0;
}
