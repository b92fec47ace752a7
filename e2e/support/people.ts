// People of the stand-in whose names tell them apart.
import type { SessionPerson } from '../wechat-web/backend.ts';
import type { WeChatWeb } from '../wechat-web/server.ts';

/** Those that nobody else is called like, in part or in whole, so that a test can find them by name. */
export function peopleOfOneName(web: WeChatWeb): readonly SessionPerson[] {
  const { people } = web.backend;
  return people.filter(
    ({ userName, plainName }) =>
      !people.some((other) => other.userName !== userName && other.plainName.includes(plainName)),
  );
}
