// WeChat is asked once through the page's own factory; whatever that does, nothing is sent a second time.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGroup } from './create-group.ts';
import type { Services } from './injector.ts';

const fetched = vi.fn<typeof fetch>();
const digested = vi.fn();

beforeEach(() => {
  fetched.mockReset();
  digested.mockReset();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => vi.unstubAllGlobals());

/** A page that could send the bare request too, so that a test shows when it does. */
const pageWith = (create: (members: unknown) => unknown): Services => {
  const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
  const services: Readonly<Record<string, unknown>> = {
    chatroomFactory: { create },
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    $rootScope: { $$phase: null, $digest: digested },
  };
  return { get: (name) => services[name] };
};
const MADE = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '@@room', BlackList: '', MemberList: [] };
const PARTIAL = { ...MADE, BaseResponse: { Ret: -2013, ErrMsg: 'partial' } };

describe('the factory answers', () => {
  it('with the body when it resolves', async () => {
    const create = vi.fn(() => Promise.resolve(MADE));
    const attempt = await createGroup(window, pageWith(create), ['@a', '@b']);
    expect(attempt).toEqual({ type: 'answered', path: 'factory', reply: MADE });
    expect(create).toHaveBeenCalledExactlyOnceWith([{ UserName: '@a' }, { UserName: '@b' }]);
  });

  it.each([
    ['a -2013 body, which the page takes for an error', PARTIAL, PARTIAL],
    ['an HTML page', '<html><p>closed</p></html>', '<html>'],
    ['an HTML page of a failing server', '<html><title>502 Bad</title></html>', '<html><title>500'],
    ['an empty text, after a reset', '', ''],
    ['nothing', undefined, undefined],
  ])('when it rejects with %s', async (_what, told, reply) => {
    const attempt = await createGroup(
      window,
      pageWith(() => Promise.reject(told)),
      ['@a', '@b'],
    );
    expect(attempt).toEqual({ type: 'answered', path: 'factory', reply });
  });

  it.each([
    ['resolves', () => Promise.resolve({ ...MADE, Skey: '@crypt_1', BaseRequest: { Sid: 's' } })],
    ['rejects', () => Promise.reject({ ...MADE, Skey: '@crypt_1', BaseRequest: { Sid: 's' } })],
  ])('without what is beside the reply, when it %s', async (_how, create) => {
    expect(await createGroup(window, pageWith(create), ['@a', '@b'])).toMatchObject({ reply: MADE });
    expect(JSON.stringify(await createGroup(window, pageWith(create), ['@a', '@b']))).not.toContain('crypt');
  });

  it('after Angular was told to look, so that a background tab sends at once', async () => {
    await createGroup(
      window,
      pageWith(() => Promise.resolve(MADE)),
      ['@a', '@b'],
    );
    expect(digested).toHaveBeenCalledOnce();
  });

  it('as a method of its factory', async () => {
    const factory = {
      reply: MADE,
      create(this: { readonly reply: unknown }) {
        return Promise.resolve(this.reply);
      },
    };
    const attempt = await createGroup(window, { get: () => factory }, ['@a', '@b']);
    expect(attempt).toMatchObject({ reply: MADE });
  });
});

describe('the factory leaves it in doubt', () => {
  it.each([
    [
      'when it throws, because it may have sent before',
      () => {
        throw new Error('after the request');
      },
      'factory-threw',
    ],
    ['when it returns nothing', () => undefined, 'factory-answered-nothing'],
    ['when it returns no promise', () => MADE, 'factory-answered-nothing'],
  ])('%s', async (_when, create, doubt) => {
    const attempt = await createGroup(window, pageWith(create), ['@a', '@b']);
    expect(attempt).toEqual({ type: 'doubtful', path: 'factory', doubt });
  });

  it('when its promise cannot be waited for: no answer', async () => {
    const promise = {};
    Reflect.set(promise, 'then', () => {
      throw new Error('no');
    });
    const attempt = await createGroup(
      window,
      pageWith(() => promise),
      ['@a', '@b'],
    );
    expect(attempt).toEqual({ type: 'answered', path: 'factory', reply: undefined });
  });
});

afterEach(() => {
  expect(fetched, 'the bare request was sent after the factory was called').not.toHaveBeenCalled();
});
