// Finds the page's Angular injector and the services behind it, and names what is missing.

import { field } from '../core/fields.ts';
import type { MissingPart } from '../core/outcome.ts';
import { ask } from './reach.ts';

export interface Services {
  /** Absent when the injector was found. */
  readonly missing?: MissingPart | undefined;
  /** A service of the page, or undefined. */
  readonly get: (name: string) => unknown;
}

/** The services of the page as it is now: Angular can start late, so nothing is kept between calls. */
export function pageServices(page: Window): Services {
  const angular = field(page, 'angular');
  if (angular === undefined) return { missing: 'no-angular', get: () => undefined };
  // WeChat bootstraps `document` without an ng-app attribute, so both places are asked.
  for (const root of [page.document, page.document.body]) {
    const injector = ask(ask(angular, 'element', root), 'injector');
    if (typeof field(injector, 'get') === 'function') return { get: (name) => ask(injector, 'get', name) };
  }
  return { missing: 'no-injector', get: () => undefined };
}

/** Has Angular look at what we started now: in a background tab its own timer would come late. */
export function digest(services: Services): void {
  const root = services.get('$rootScope');
  if (!field(root, '$$phase')) ask(root, '$digest');
}
