// The page's services are found wherever Angular keeps them, and what is missing is named, whatever the page does.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { digest, pageServices } from './injector.ts';

const throws = (): never => {
  throw new Error('not now');
};
/** An Angular whose injector sits on one node, as `angular.bootstrap(document)` leaves it. */
const angularOn = (root: Node, get: (name: string) => unknown): object => ({
  element: (node: Node) => ({ injector: () => (node === root ? { get } : undefined) }),
});

afterEach(() => vi.unstubAllGlobals());

describe('services are found', () => {
  it.each(['document', 'body'])('through the injector of the %s', (place) => {
    const root = place === 'body' ? document.body : document;
    vi.stubGlobal(
      'angular',
      angularOn(root, (name) => `the ${name}`),
    );
    const services = pageServices(window);
    expect(services.missing).toBeUndefined();
    expect(services.get('chatroomFactory')).toBe('the chatroomFactory');
  });

  it('anew each time, because Angular can start late', () => {
    expect(pageServices(window).missing).toBe('no-angular');
    vi.stubGlobal(
      'angular',
      angularOn(document, () => 'late'),
    );
    expect(pageServices(window).get('x')).toBe('late');
  });
});

describe('what is missing is named', () => {
  it('when there is no Angular', () => {
    const services = pageServices(window);
    expect(services.missing).toBe('no-angular');
    expect(services.get('chatroomFactory')).toBeUndefined();
  });

  it.each([
    ['Angular has no element', {}],
    ['element throws', { element: throws }],
    ['element gives nothing', { element: () => undefined }],
    ['nothing has an injector', { element: () => ({ injector: () => undefined }) }],
    ['injector throws', { element: () => ({ injector: throws }) }],
    ['the injector gives nothing', { element: () => ({ injector: () => ({}) }) }],
    ['Angular is no object', 'angular'],
  ])('when %s', (_what, angular) => {
    vi.stubGlobal('angular', angular);
    const services = pageServices(window);
    expect(services.missing).toBe('no-injector');
    expect(services.get('chatroomFactory')).toBeUndefined();
  });
});

it('a service that throws when it is made is not there, and the others are', () => {
  const get = (name: string): unknown => (name === 'chatroomFactory' ? throws() : name);
  vi.stubGlobal('angular', angularOn(document, get));
  const services = pageServices(window);
  expect(services.get('chatroomFactory')).toBeUndefined();
  expect(services.get('contactFactory')).toBe('contactFactory');
});

describe('digest', () => {
  const digested = (phase: string | null): number => {
    const root = { $$phase: phase, $digest: vi.fn() };
    digest({ get: () => root });
    return root.$digest.mock.calls.length;
  };

  it('has Angular look once', () => {
    expect(digested(null)).toBe(1);
  });

  it('leaves Angular alone while it looks already', () => {
    expect(digested('$digest')).toBe(0);
  });

  it('survives a page without a root scope, or with one that throws', () => {
    expect(() => digest({ get: () => undefined })).not.toThrow();
    expect(() => digest({ get: () => ({ $digest: throws }) })).not.toThrow();
  });
});
