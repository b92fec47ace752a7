// For tests of the popup's state: a provider that has nothing and reaches nobody, but for what a test says of it.
import type { JobFact, JobRecord } from '../../core/job-facts.ts';
import type { AccountPlace, GroupProvider, Result } from '../../core/provider.ts';

/** Where somebody is logged in. */
export const PLACE: AccountPlace = {
  id: 1,
  host: 'wx.qq.com',
  tab: 1,
  current: true,
  account: { userName: '@me', name: 'Me', key: 'k' },
};

export const MEMBERS = ['@a', '@b'].map((userName) => ({ userName, name: userName }));
export const SENT: JobFact = { type: 'sent', at: 0 };

/** A job for MEMBERS to which this happened. */
export function record(id: string, ...facts: readonly JobFact[]): JobRecord {
  return { id, account: PLACE.account.userName, members: MEMBERS, facts };
}

/** WeChat's answer that the group was made. */
export function made(at: number, room = '@@one'): JobFact {
  return { type: 'answered', at, reply: { BaseResponse: { Ret: 0 }, ChatRoomName: room } };
}

const gone = async (): Promise<Result<never>> => ({ ok: false, error: 'page-gone' });

export function fakeProvider(said: Partial<GroupProvider>): GroupProvider {
  return {
    capabilities: {
      names: true,
      greets: true,
      showsQrCode: false,
      joinsByQrCode: false,
      opensChats: true,
      changesGroups: true,
    },
    findPlaces: async () => ({ kind: 'none' }),
    status: gone,
    contacts: gone,
    avatar: async () => null,
    recentTimes: async () => [],
    start: gone,
    watch: () => new Promise(() => undefined),
    dismiss: async () => undefined,
    look: gone,
    checkAgain: gone,
    leaveTwin: gone,
    openChat: gone,
    runSteps: gone,
    groups: gone,
    openGroup: gone,
    show: async () => undefined,
    ...said,
  };
}
