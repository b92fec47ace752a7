// The page's objects are called without a throw, and opening a chat says whether the page took it.
import { describe, expect, it, vi } from 'vitest';
import { openChat } from './open-chat.ts';
import { ask, askText, call } from './reach.ts';

const throws = (): never => {
  throw new Error('not now');
};

describe('call', () => {
  it('hands on the arguments, the object and the result', () => {
    const target = {
      base: 1,
      add(this: { readonly base: number }, a: number, b: number) {
        return this.base + a + b;
      },
    };
    expect(call(target, 'add', 2, 3)).toEqual({ state: 'returned', value: 6 });
  });

  it('says when the method threw', () => {
    expect(call({ go: throws }, 'go')).toEqual({ state: 'threw' });
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an object without it', {}],
    ['a field that is no function', { go: 'x' }],
    ['a field that throws when it is read', Object.defineProperty({}, 'go', { get: throws })],
  ])('says when there is none: %s', (_what, target) => {
    expect(call(target, 'go')).toEqual({ state: 'no-such-method' });
  });
});

it.each([
  [{ go: () => 'x' }, 'x', 'x'],
  [{ go: () => 7 }, 7, ''],
  [{ go: throws }, undefined, ''],
  [{}, undefined, ''],
])('ask and askText of %o are %j and %j', (target, value, text) => {
  expect(ask(target, 'go')).toBe(value);
  expect(askText(target, 'go')).toBe(text);
});

describe('openChat', () => {
  it('goes to the chat with a lower-case userName, and has Angular look', () => {
    const go = vi.fn();
    const $digest = vi.fn();
    const services: Readonly<Record<string, unknown>> = { $state: { go }, $rootScope: { $digest } };
    expect(openChat({ get: (name) => services[name] }, '@@room')).toBe(true);
    expect(go).toHaveBeenCalledExactlyOnceWith('chat', { userName: '@@room' });
    expect($digest).toHaveBeenCalledOnce();
  });

  it.each([
    ['the page is just asking WeChat for the room, and throws', { go: throws }],
    ['there is no $state', undefined],
  ])('says no when %s', (_what, $state) => {
    expect(openChat({ get: () => $state }, '@@room')).toBe(false);
  });
});
