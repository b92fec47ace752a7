// What an HTTP error means: a server that failed may have made the group first, a closed call has made none.
import { describe, expect, it } from 'vitest';
import { judgeReply } from './reply.ts';

const NGINX = (title: string): string =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>`;
const CLOSED = { kind: 'refused', reason: 'closed-by-wechat', words: '', members: [] };
const FAILED = { kind: 'unknown', reason: 'server-error', words: '' };
const judge = (reply: unknown, status?: number): object => judgeReply(reply, ['@a', '@b'], status);

describe('a server that failed leaves it in doubt', () => {
  it.each([
    ['a title of 500', NGINX('500 Internal Server Error')],
    ['a title of 502', NGINX('502 Bad Gateway')],
    ['a number within the title', '<!doctype html><title>Error 504 (Timeout)</title>'],
    ['a heading alone', '<h1 class="error">\n503 Service Unavailable</h1>'],
    ['a heading far down', `<html><style>${'p{} '.repeat(500)}</style><h1>502</h1>`],
    ['upper case', NGINX('502 Bad Gateway').toUpperCase()],
    ['a comment first', `<!-- a proxy's note -->${NGINX('502 Bad Gateway')}`],
    ['an XML declaration first', `<?xml version="1.0"?>${NGINX('502 Bad Gateway')}`],
  ])('by its page, where the status is not known: %s', (_what, page) => {
    expect(judge(page)).toEqual(FAILED);
  });

  it.each([
    ['an empty body', ''],
    ['no body', undefined],
    ['words', 'Bad Gateway'],
    ['half a body', '{"BaseResponse":{'],
    ['a page that does not say so', '<html>'],
    ['a page that says 404', NGINX('404 Not Found')],
  ])('by its status: %s', (_what, reply) => {
    for (const status of [500, 502, 503, 504]) expect(judge(reply, status)).toEqual(FAILED);
  });
});

describe('a closed call is a refusal', () => {
  it.each([
    ['an empty body', ''],
    ['no body', null],
    ['words', 'not found'],
    ['a page', NGINX('404 Not Found')],
    ['a page that speaks of 500', NGINX('500 Internal Server Error')],
  ])('by its status: %s', (_what, reply) => {
    for (const status of [400, 403, 404]) expect(judge(reply, status)).toEqual(CLOSED);
  });

  it.each([
    ['404', NGINX('404 Not Found')],
    ['a longer number', NGINX('Error 5021')],
    ['a number elsewhere', '<html><title>Closed</title><p>500</p>'],
  ])('by its page, with a status of success or none: %s', (_what, page) => {
    expect(judge(page)).toEqual(CLOSED);
    expect(judge(page, 200)).toEqual(CLOSED);
  });
});

it.each([200, 404, 500])('a whole body says more than a status: %d', (status) => {
  const made = { BaseResponse: { Ret: 0 }, ChatRoomName: '@@room' };
  const refused = { BaseResponse: { Ret: 1205 }, ChatRoomName: '' };
  expect(judge(JSON.stringify(made), status)).toMatchObject({ kind: 'made', room: '@@room' });
  expect(judge(made, status)).toMatchObject({ kind: 'made', room: '@@room' });
  expect(judge(refused, status)).toMatchObject({ kind: 'refused', reason: 'rate-limited' });
});
