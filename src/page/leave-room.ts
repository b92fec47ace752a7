// Leaves a room by the bare request: the page's own quit tells nobody whether it worked.
import type { UserName } from '../core/contact.ts';
import { field, integerField, parseJson } from '../core/fields.ts';
import type { Services } from './injector.ts';
import { post } from './raw-api.ts';
import { findSession } from './session-keys.ts';

/** Whether WeChat said that it is done. */
export async function leaveRoom(page: Window, services: Services, room: UserName): Promise<boolean> {
  const session = findSession(page, services);
  if (!session.ok) return false;
  const reply = await post(page, services, 'webwxupdatechatroom?fun=quitchatroom', {
    BaseRequest: session.baseRequest,
    ChatRoomName: room,
  });
  return reply.ok && integerField(field(parseJson(reply.text), 'BaseResponse'), 'Ret') === 0;
}
