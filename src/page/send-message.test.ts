// A text goes out once, to the letter; what became of it is what the page notes on it, and the browser of its request.
// @vitest-environment happy-dom
// @vitest-environment-options {"url": "https://wx.qq.com/"}
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Services } from './injector.ts';
import { sendMessage } from './send-message.ts';

const BaseRequest = { Uin: 5, Sid: 's', Skey: '@crypt_1', DeviceID: 'e123456789012345' };
const OK = { BaseResponse: { Ret: 0, ErrMsg: '' }, ChatRoomName: '', BlackList: '', MemberList: [] };
const TEXT = 'Hi <all> & "you"\n[Smile]';
const SENDING = 'https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxsendmsg?pass_ticket=x';
const SYNC = 'https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxsync';
const fetched = vi.fn<typeof fetch>();
const digested = vi.fn();
const createMessage = vi.fn((wanted: object): unknown => ({ ...wanted, MMStatus: 0, ClientMsgId: '1' }));
const appendMessage = vi.fn<(message: Record<string, unknown>) => void>();
const send = vi.fn<(message: Record<string, unknown>) => void>();
const chat = { createMessage, appendMessage, sendMessage: send };
let entries: readonly object[] = [];

/** A page that could send the bare request too, so that a test shows when it does. */
const pageWith = (chatFactory: unknown): Services => {
  const services: Readonly<Record<string, unknown>> = {
    chatFactory,
    accountFactory: { getBaseRequest: () => ({ BaseRequest }) },
    $rootScope: { $$phase: null, $digest: digested },
  };
  return { get: (name) => services[name] };
};
const sent = (services = pageWith(chat)): ReturnType<typeof sendMessage> =>
  sendMessage(window, services, '@me', '@@room', TEXT);
/** What the page notes on the message a second later, and the browser of requests until then. */
const noted = (MMStatus: unknown, ...requests: readonly object[]): void => {
  send.mockImplementation((message) => {
    message['MMStatus'] = 1;
    setTimeout(() => {
      entries = [...entries, ...requests];
      Object.assign(message, { MMStatus });
    }, 950);
  });
};
/** When it ended, in milliseconds, and how. */
async function endOf(sending: ReturnType<typeof sendMessage>): Promise<readonly [number, unknown]> {
  const begun = Date.now();
  const ended = sending.then((end) => [Date.now() - begun, end] as const);
  await vi.advanceTimersByTimeAsync(120_000);
  return ended;
}

// happy-dom lacks document.images.
Object.defineProperty(document, 'images', { get: () => document.getElementsByTagName('img') });

beforeEach(() => {
  for (const mock of [fetched, digested, appendMessage, send]) mock.mockReset();
  createMessage.mockClear();
  vi.stubGlobal('fetch', fetched);
  vi.useFakeTimers();
  vi.setSystemTime(1_700_000_000_000);
  entries = [];
  vi.spyOn(performance, 'getEntriesByType').mockImplementation((type) =>
    type === 'resource' ? [...(entries as PerformanceEntryList)] : [],
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("through the page's service", () => {
  afterEach(() => {
    expect(send, 'the message was sent more or less than once').toHaveBeenCalledOnce();
    expect(fetched, 'the bare request was sent after the page was asked').not.toHaveBeenCalled();
  });

  it('a message is made, put into the chat and sent, each once, and sent to the letter', async () => {
    noted(2);
    const content: unknown[] = [];
    appendMessage.mockImplementation((message) => content.push(message['MMSendContent']));
    await endOf(sent());
    expect(createMessage).toHaveBeenCalledExactlyOnceWith({
      ToUserName: '@@room',
      Content: 'Hi &lt;all&gt; &amp; "you"<br>[Smile]',
      MsgType: 1,
    });
    const message = createMessage.mock.results[0]?.value;
    expect(message).toMatchObject({ MMSendContent: TEXT });
    expect(content).toEqual([TEXT]);
    expect(appendMessage.mock.calls[0]?.[0]).toBe(message);
    expect(send.mock.calls[0]?.[0]).toBe(message);
    expect(appendMessage).toHaveBeenCalledBefore(send);
    expect(send).toHaveBeenCalledBefore(digested);
    expect(digested).toHaveBeenCalledOnce();
  });

  it.each([[2], ['2']])('it is done as soon as the page says so: %j', async (status) => {
    noted(status);
    expect(await endOf(sent())).toEqual([1000, { path: 'factory', pageSays: 'done' }]);
  });

  it.each([200, 404, 500, 0])('it failed, and its request ended with %d', async (status) => {
    entries = [{ name: SENDING, responseStatus: 403 }];
    const first = { name: SENDING, responseStatus: 502 }; // the browser sent it twice
    noted(5, first, { name: SENDING, responseStatus: status }, { name: SYNC, responseStatus: 503 });
    expect(await endOf(sent())).toEqual([1000, { path: 'factory', pageSays: 'failed', status }]);
  });

  it.each([
    ['its request is not noted', [], []],
    ['the browser notes no status', [], [{ name: SENDING }]],
    ['an earlier one is noted', [{ name: SENDING, responseStatus: 404 }], []],
    ['another request is noted', [], [{ name: SYNC, responseStatus: 404 }]],
  ])('it failed, and no status is known, when %s', async (_what, before, after) => {
    entries = before;
    noted(5, ...after);
    expect(await endOf(sent())).toEqual([1000, { path: 'factory', pageSays: 'failed' }]);
  });

  it.each([
    ['on its way', 1],
    ['unreadable', { state: 5 }],
    ['unheard of', 3],
  ])('it is waited for as long as the page tries while its state is %s', async (_what, status) => {
    noted(status, { name: SENDING, responseStatus: 200 });
    expect(await endOf(sent())).toEqual([60_000, { path: 'factory' }]);
  });

  it('it may have been sent before the page threw, and is waited for', async () => {
    send.mockImplementation((message) => {
      message['MMStatus'] = 2;
      throw new Error('after the request');
    });
    expect(await endOf(sent())).toEqual([100, { path: 'factory', pageSays: 'done' }]);
  });

  it('it is sent though the chat does not take it', async () => {
    noted(2);
    appendMessage.mockImplementation(() => {
      throw new Error('no such chat');
    });
    expect(await endOf(sent())).toEqual([1000, { path: 'factory', pageSays: 'done' }]);
  });
});

describe('where the service is missing', () => {
  it.each([
    ['there is none', undefined],
    ['it sends nothing', { createMessage, appendMessage }],
    ['it makes nothing', { appendMessage, sendMessage: send }],
    ['what it makes is no message', { ...chat, createMessage: () => 'message' }],
    ['what it makes is null', { ...chat, createMessage: () => null }],
  ])('one bare request goes out: %s', async (_what, chatFactory) => {
    fetched.mockImplementation(async () => new Response('{"BaseResponse":{"Ret":0},"MsgID":"7"}'));
    const [, end] = await endOf(sent(pageWith(chatFactory)));
    expect(end).toEqual({ path: 'raw', status: 200, reply: OK });
    expect(fetched).toHaveBeenCalledOnce();
    expect(send).not.toHaveBeenCalled();
    const [address, init] = fetched.mock.calls[0] ?? [''];
    expect(new URL(String(address)).pathname).toBe('/cgi-bin/mmwebwx-bin/webwxsendmsg');
    const id = '17000000000001000'; // the time, as the page makes it
    expect(JSON.parse(String(init?.body))).toEqual({
      BaseRequest,
      Msg: {
        Type: 1,
        Content: TEXT,
        FromUserName: '@me',
        ToUserName: '@@room',
        LocalID: id,
        ClientMsgId: id,
      },
      Scene: 0,
    });
  });

  it.each([
    ['a refusal', 200, '{"BaseResponse":{"Ret":1205}}', { BaseResponse: { Ret: 1205 } }],
    ['a page', 404, '<html>404</html>', '<html>'],
  ])('the answer is in the end: %s', async (_what, status, text, reply) => {
    fetched.mockResolvedValue(new Response(text, { status }));
    expect((await endOf(sent(pageWith(undefined))))[1]).toMatchObject({ path: 'raw', status, reply });
  });

  it('and the network fails, that is the end: no second request', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect((await endOf(sent(pageWith(undefined))))[1]).toEqual({ path: 'raw' });
    expect(fetched).toHaveBeenCalledOnce();
  });

  it('and no key either, nothing is sent, and the end has no path', async () => {
    expect((await endOf(sent({ get: () => undefined })))[1]).toEqual({});
    expect(fetched).not.toHaveBeenCalled();
  });
});
