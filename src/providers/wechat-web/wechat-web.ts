// WeChat Web as a system that makes groups: its tabs are the places, the agent in each page does the work.
import type { JobRecord, JobRequest } from '../../core/job-facts.ts';
import { plainName } from '../../core/name-markup.ts';
import type {
  AccountPlace,
  GroupProvider,
  Place,
  PlaceStatus,
  Places,
  ProviderError,
  Result,
} from '../../core/provider.ts';
import { readContacts } from './contact-list.ts';
import { recentCreates, rememberCreate } from './create-times.ts';
import { listGroups, openGroup } from './groups.ts';
import { callPage } from './page-call.ts';
import { openPlaces, showTab } from './tabs.ts';

/** In milliseconds: a page that does not answer for so long is blocked by its own script, or broken. */
const STATUS_PATIENCE = 5000;
const AS_LONG_AS_IT_TAKES = Number.POSITIVE_INFINITY;

export const weChatWeb: GroupProvider = {
  capabilities: {
    names: true,
    greets: true,
    showsQrCode: false,
    joinsByQrCode: false,
    opensChats: true,
    changesGroups: true,
  },
  findPlaces,
  status,
  contacts: (place, onFirst) => readContacts(place.id, onFirst),
  async avatar(place, userName) {
    const answer = await callPage(place.id, 'avatar', { userName });
    return answer.ok && answer.value?.startsWith('data:image/') ? answer.value : null;
  },
  recentTimes: (account) => recentCreates(account.key),
  start,
  look: (place, id) => callPage(place.id, 'look', { id, now: Date.now() }),
  checkAgain: (place, id) => callPage(place.id, 'checkAgain', { id, now: Date.now() }),
  leaveTwin: (place, id, room) => callPage(place.id, 'leaveTwin', { id, room, now: Date.now() }),
  watch: (place, id, facts) => callPage(place.id, 'watch', { id, facts }, AS_LONG_AS_IT_TAKES),
  async dismiss(place, id) {
    await callPage(place.id, 'dismiss', { id });
  },
  async openChat(place, room) {
    const opened = await callPage(place.id, 'openChat', { room });
    if (opened.ok) await showTab(place.id);
    return opened;
  },
  runSteps: (place, { id, facts }, wanted) => {
    const begun = facts.filter(({ type }) => type === 'step').length;
    return callPage(place.id, 'runSteps', { id, begun, ...wanted, now: Date.now() });
  },
  groups: (place) => listGroups(place.id),
  openGroup: (place, room) => openGroup(place, room),
  show: (place) => showTab(place?.id),
};

/** Remembers the time of each request that goes out, whatever comes of it: WeChat counts those too. */
async function start(place: AccountPlace, request: JobRequest): Promise<Result<JobRecord>> {
  const now = Date.now();
  const answer = await callPage(place.id, 'start', { ...request, now }, AS_LONG_AS_IT_TAKES);
  const wasSent = answer.ok && answer.value.facts.some(({ type }) => type === 'sent');
  if (wasSent) await rememberCreate(place.account.key, now);
  return answer;
}

async function status(place: Place): Promise<Result<PlaceStatus>> {
  const answer = await callPage(place.id, 'status', { now: Date.now() }, STATUS_PATIENCE);
  if (!answer.ok) return answer;
  const { account, contacts, missing, job } = answer.value;
  return {
    ok: true,
    value: {
      account:
        account.state === 'in'
          ? { userName: account.userName, name: plainName(account.nickName), key: account.key }
          : undefined,
      isStarting: account.state === 'starting',
      contacts,
      missing,
      job: job ?? undefined,
    },
  };
}

async function findPlaces(): Promise<Places> {
  const places = await openPlaces();
  const [first] = places;
  if (first === undefined) return { kind: 'none' };
  const asked = await Promise.all(places.map(async (place) => ({ place, answer: await status(place) })));
  const accounts: AccountPlace[] = [];
  const loggedOut: Places[] = [];
  let isStarting = false;
  const failing: { place: Place; error: ProviderError }[] = [];
  for (const { place, answer } of asked) {
    if (!answer.ok) failing.push({ place, error: answer.error });
    else if (answer.value.isStarting) isStarting = true;
    else if (answer.value.account !== undefined) accounts.push({ ...place, account: answer.value.account });
    else loggedOut.push({ kind: 'nobody-logged-in', place, missing: answer.value.missing });
  }
  const [account, ...others] = accounts;
  if (account !== undefined) return { kind: 'accounts', places: [account, ...others] };
  if (isStarting) return { kind: 'starting' };
  const [out] = loggedOut;
  if (out !== undefined) return out;
  const [failure] = failing;
  return failure === undefined ? { kind: 'none' } : { kind: 'failing', ...failure };
}
