// Who is logged in on the page, and where the contacts of that login come from.
import type { UserName } from '../core/contact.ts';
import { field, textField } from '../core/fields.ts';
import type { MissingPart } from '../core/outcome.ts';
import type { Services } from './injector.ts';
import type { RawReader, RawSession } from './raw-session.ts';
import { ask, askText } from './reach.ts';
import { findSession } from './session-keys.ts';

/** The page's login at one moment. */
export type Login =
  /** The page is still starting: its services may yet come. */
  | { readonly state: 'starting'; readonly missing: readonly MissingPart[] }
  | { readonly state: 'out'; readonly missing: readonly MissingPart[] }
  | {
      readonly state: 'in';
      readonly userName: UserName;
      readonly nickName: string;
      readonly headImgUrl: string;
      /** What had to be asked of WeChat directly; absent where the page's own services answer. */
      readonly raw?: RawSession | undefined;
      readonly missing: readonly MissingPart[];
    };

/** In milliseconds after the page has loaded: until then its services may still be on their way. */
const SERVICES_LATE = 4000;

/** Logged in means that userName and Skey are both there: MMCgi.isLogin stays behind after a QR login. */
export async function readLogin(page: Window, services: Services, raw: RawReader): Promise<Login> {
  const missing = missingParts(services);
  const account = services.get('accountFactory');
  if (account !== undefined) {
    const userName = askText(account, 'getUserName');
    const info = ask(account, 'getUserInfo');
    if (userName === '' || askText(account, 'getSkey') === '') return { state: 'out', missing };
    return {
      state: 'in',
      userName,
      nickName: textField(info, 'NickName'),
      headImgUrl: textField(info, 'HeadImgUrl'),
      missing,
    };
  }
  if (services.missing !== undefined && isStarting(page)) return { state: 'starting', missing };
  const session = findSession(page, services);
  if (!session.ok) return { state: 'out', missing: [...missing, session.missing] };
  const known = await raw.read(services, session);
  if (known.user === undefined) return { state: 'out', missing };
  return { state: 'in', ...known.user, raw: known, missing };
}

/** An Angular that comes late would otherwise be overtaken by requests of ours. */
function isStarting(page: Window): boolean {
  const [load] = page.performance.getEntriesByType('navigation');
  const loaded = load === undefined ? 0 : load.startTime + load.duration;
  return page.document.readyState !== 'complete' || page.performance.now() - loaded < SERVICES_LATE;
}

/** The parts of the page that this program leans on and that are not there. */
function missingParts(services: Services): readonly MissingPart[] {
  if (services.missing !== undefined) return [services.missing];
  const missing: MissingPart[] = [];
  if (services.get('accountFactory') === undefined) missing.push('no-account-factory');
  if (services.get('contactFactory') === undefined) missing.push('no-contact-factory');
  if (typeof field(services.get('chatroomFactory'), 'create') !== 'function') missing.push('no-factory');
  return missing;
}
