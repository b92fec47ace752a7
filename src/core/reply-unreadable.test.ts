// Replies that are no WeChat body: a page that WeChat put there means the call is closed; all else leaves it open whether a group exists.
import { describe, expect, it } from 'vitest';
import { judgeReply } from './reply.ts';

const NGINX_404 =
  '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n' +
  '<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n';
const NOT_FOUND =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Not Found</title></head><body>Gone in 502 days</body></html>';
const XHTML =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n' +
  '<html xmlns="http://www.w3.org/1999/xhtml"><body>The page cannot be found</body></html>';

describe('an error page means that WeChat has closed the call', () => {
  it.each([
    ['404 of nginx', NGINX_404],
    ['HTML 5', NOT_FOUND],
    ['with an XML declaration first', `<?xml version="1.0" encoding="UTF-8"?>\n${XHTML}`],
    ['XHTML', XHTML],
    ['in upper case', NGINX_404.toUpperCase()],
    ['with a blank line first', `\r\n\n${NGINX_404}`],
    ['with a byte order mark first', `\ufeff${NGINX_404}`],
    ['with a comment first', `<!-- a proxy's note -->\n${NOT_FOUND}`],
    ['with several comments first', `<!----> <!-- <p> -- > -->\n<!-- 2 -->${NOT_FOUND}`],
    ['cut short', NGINX_404.slice(0, 40)],
    ['of a head only', '<head><meta charset="utf-8"></head>'],
    ['of a title only', '<title>Error</title>'],
    ['of a heading only', '<h1>Not Found</h1>'],
    ['of a body only', '<body bgcolor="white">'],
    ['of a script that leads elsewhere', '<script>location = "/"</script>'],
  ])('%s', (_kind, page) => {
    const outcome = { kind: 'refused', reason: 'closed-by-wechat', words: '', members: [] };
    expect(judgeReply(page, ['@a', '@b'])).toEqual(outcome);
  });

  it('and a page of a thousand comments and nothing else is judged at once', () => {
    expect(judgeReply('<!-- -->'.repeat(1000), [])).toMatchObject({ kind: 'unknown' });
  });
});

const VALID = JSON.stringify({
  BaseResponse: { Ret: 0, ErrMsg: '' },
  MemberList: [{ UserName: '@a', MemberStatus: 0 }],
  ChatRoomName: '@@room',
});

describe('nobody can say whether a group exists', () => {
  it.each([
    ['an empty text', ''],
    ['blanks', ' \r\n '],
    ['undefined', undefined],
    ['null', null],
  ])('%s: no answer', (_kind, reply) => {
    expect(judgeReply(reply, ['@a'])).toEqual({ kind: 'unknown', reason: 'no-answer', words: '' });
  });

  it.each([
    ['half a body', VALID.slice(0, 60)],
    ['a body without its last character', VALID.slice(0, -1)],
    ['a body with something after it', `${VALID}}`],
    ['an opening brace', '{'],
    ['half a list', '[1, 2'],
  ])('%s: half an answer', (_kind, reply) => {
    expect(judgeReply(reply, ['@a'])).toEqual({ kind: 'unknown', reason: 'half-answer', words: '' });
  });

  it.each([
    ['plain words', 'Service Unavailable'],
    ['XML', '<?xml version="1.0"?><error>1</error>'],
    ['an unknown tag', '<e>no</e>'],
    ['a word like a tag', '<htmlish>'],
    ['JSON in JSON', JSON.stringify(VALID)],
    ['JSON null', 'null'],
    ['a JSON number', '0'],
    ['a JSON list', '[0]'],
    ['a number', 0],
    ['true', true],
    ['a symbol', Symbol('made')],
    ['a function', () => ({ BaseResponse: { Ret: 0 } })],
    ['a list', [{ BaseResponse: { Ret: 0 } }]],
    ['an object without BaseResponse', { Ret: 0, ChatRoomName: '@@room' }],
    ['a BaseResponse that is a text', { BaseResponse: '{"Ret":0}', ChatRoomName: '@@room' }],
    ['an HTTP reply of the page', { data: { BaseResponse: { Ret: 0 } }, status: 200 }],
    ...[undefined, null, '', 'ok', ' 0', '0x0', '1e1', 0.5, Number.NaN, 2 ** 60, true, 0n, [0], {}].map(
      (Ret): [string, unknown] => [
        `a Ret of ${typeof Ret} ${String(Ret)}`,
        { BaseResponse: { Ret }, ChatRoomName: '@@r' },
      ],
    ),
  ])('%s: unreadable', (_kind, reply) => {
    expect(judgeReply(reply, ['@a'])).toEqual({ kind: 'unknown', reason: 'unreadable-answer', words: '' });
  });
});
