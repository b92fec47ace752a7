// The page as it is when a call comes in: its services, who is logged in, the contacts, and what time it is.
import type { UserName } from '../core/contact.ts';
import type { Login } from './account.ts';
import { type ContactSource, contactSource } from './contact-source.ts';
import type { Services } from './injector.ts';

export interface Moment {
  readonly services: Services;
  readonly login: Login;
  /** Who is logged in, `''` when nobody is. */
  readonly self: UserName;
  readonly source: ContactSource;
  /** By the popup's clock, in milliseconds since 1970. */
  readonly at: number;
}

export function moment(page: Window, services: Services, login: Login, at: number): Moment {
  const self = login.state === 'in' ? login.userName : '';
  return { services, login, self, source: contactSource(page, services, login), at };
}
