// The groups that the account is in, and who is in one of them.
import type { UserName } from '../../core/contact.ts';
import { isRoomName } from '../../core/contact-kind.ts';
import { plainName } from '../../core/name-markup.ts';
import type { AccountPlace, GroupRow, OpenGroup, Result } from '../../core/provider.ts';
import { callPage } from './page-call.ts';

export async function listGroups(tabId: number): Promise<Result<readonly GroupRow[]>> {
  const answer = await callPage(tabId, 'rooms', {});
  if (!answer.ok) return answer;
  const value = answer.value.map(({ userName, nickName, memberCount }) => {
    const name = plainName(nickName);
    // Where the page knows nothing to call a group by, it takes the id.
    return { userName, name: isRoomName(name) ? '' : name, memberCount };
  });
  return { ok: true, value };
}

/** Asks WeChat: what the page holds of a group can be old. */
export async function openGroup(place: AccountPlace, room: UserName): Promise<Result<OpenGroup>> {
  const answer = await callPage(place.id, 'readRoom', { room });
  if (!answer.ok) return answer;
  const { nickName, isOwn, memberCount, members } = answer.value;
  const others = members.filter(([userName]) => userName !== place.account.userName);
  return {
    ok: true,
    value: {
      name: plainName(nickName),
      isOwn,
      memberCount,
      members: others.map(([userName, name, nameHere]) => ({ userName, name: plainName(nameHere || name) })),
    },
  };
}
