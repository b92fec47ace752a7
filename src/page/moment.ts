// The page as it is when a call comes in: its services, who is logged in, the contacts, and what time it is.
import type { Login } from './account.ts';
import { type ContactSource, contactSource } from './contact-source.ts';
import type { Services } from './injector.ts';

export interface Moment {
  readonly services: Services;
  readonly login: Login;
  readonly source: ContactSource;
  /** By the popup's clock, in milliseconds since 1970. */
  readonly at: number;
}

export function moment(page: Window, services: Services, login: Login, at: number): Moment {
  return { services, login, source: contactSource(page, services, login), at };
}
