// webwxgeticon and webwxgetheadimg: avatars, for those who have the session's cookies and its skey.
import type { Backend } from '../backend.ts';
import type { Exchange } from '../exchange.ts';
import { picture } from '../png.ts';
import { checkCookies } from '../request-check.ts';

export function getPicture(exchange: Exchange, backend: Backend): undefined {
  const { call, query, method } = exchange.request;
  const no = (status: number, why?: string): undefined => {
    if (why !== undefined) backend.refused(call, why);
    exchange.reply(status, 'text/plain; charset=UTF-8', '');
  };
  const checked = checkCookies(exchange, backend);
  if (!checked.ok) return no(403, checked.refusal.why);
  if (method !== 'GET') return no(403, `${method} instead of GET`);
  const { session } = checked;
  if (query['skey'] !== session.skey) return no(403, 'the skey is not this session’s');
  const id = session.idOf(query['username'] ?? '');
  if (id === undefined) return no(404, 'a picture of nobody');
  const { icons } = backend.scenario;
  if (icons === 'never') return;
  if (icons === 'missing') return no(404);
  exchange.reply(200, 'image/png', picture(id));
}
