// What is kept of a reply is judged as the reply itself, and holds nothing that the page put beside it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeReply } from '../core/reply.ts';
import { bareReply } from './bare-reply.ts';

const ASKED = ['@a', '@b'];
const SKEY = '@crypt_1234abcd_secret';
const BODY = {
  BaseResponse: { Ret: -2013, ErrMsg: 'no' },
  ChatRoomName: '@@room',
  BlackList: '@b',
  MemberList: [{ UserName: '@a', MemberStatus: 4 }],
};

/** As the popup gets it: through the page's storage, as JSON. */
function kept(reply: unknown): unknown {
  return Reflect.get(JSON.parse(JSON.stringify({ reply: bareReply(reply) })), 'reply');
}

describe('what is not about the group is not kept', () => {
  const everywhere = {
    ...BODY,
    Skey: SKEY,
    BaseResponse: { ...BODY.BaseResponse, Skey: SKEY },
    BaseRequest: { Skey: SKEY },
    MemberList: [{ ...BODY.MemberList[0], HeadImgUrl: `/x?skey=${SKEY}`, NickName: 'Anna' }],
  };

  it.each([
    ['an object', everywhere],
    ['a text', JSON.stringify(everywhere)],
  ])('beside the fields of %s', (_kind, reply) => {
    expect(kept(reply)).toEqual(BODY);
  });

  it.each([
    ['an object that is no reply', { Skey: SKEY }],
    ['a Ret that is an object', { BaseResponse: { Ret: { Skey: SKEY } } }],
    ['half a body', JSON.stringify(everywhere).slice(0, -1)],
    ['half a list', `[{"Skey":"${SKEY}"}, `],
    ['words', `Skey=${SKEY}`],
    ['a JSON text in JSON', JSON.stringify(JSON.stringify({ Skey: SKEY }))],
    ['a page', `<html><a href="/?skey=${SKEY}">`],
    ['a page of a failing server', `<html><title>502 ${SKEY}</title>`],
  ])('in %s', (_kind, reply) => {
    expect(JSON.stringify(bareReply(reply))).not.toContain('crypt');
  });
});

describe('what JSON cannot hold does not keep a job from being kept', () => {
  it.each([[1n], [Symbol('x')], [() => BODY], [Number.NaN], [{ BaseResponse: { Ret: 1n } }]])(
    '%o',
    (reply) => {
      expect(judgeReply(kept(reply), ASKED)).toEqual(judgeReply(reply, ASKED));
    },
  );
});

describe('it is judged as the reply itself', () => {
  const TITLE_FAR_DOWN = `<!doctype html><style>${'p{}'.repeat(500)}</style><title>502 Bad Gateway</title>`;
  const status = fc.constantFrom(undefined, 200, 403, 404, 500, 502);
  const same = (reply: unknown, http: number | undefined): void =>
    expect(judgeReply(kept(reply), ASKED, http)).toEqual(judgeReply(reply, ASKED, http));

  it.each([
    ['a page whose title is far down', TITLE_FAR_DOWN],
    ['a page after a long comment', `<!--${'-x'.repeat(500)}--><html>`],
    ['a JSON text in JSON', JSON.stringify(JSON.stringify(BODY))],
    ['JSON null', 'null'],
    ['an empty JSON text', '""'],
    ['a JSON number', '0'],
    ['a list', `[0]${' '.repeat(400)}x`],
    ['blanks', ' \n'],
    ['null', null],
    ['undefined', undefined],
    ['a number', 7],
  ])('%s', (_kind, reply) => {
    for (const http of [undefined, 200, 404, 502]) same(reply, http);
  });

  it.each([200, 404, 500])('a whole body, whatever the HTTP status: %d', (http) => {
    expect(judgeReply(kept(JSON.stringify(BODY)), ASKED, http)).toMatchObject({ kind: 'partial' });
    same(JSON.stringify(BODY), http);
  });

  const member = fc.record(
    {
      UserName: fc.constantFrom('@a', '@b', '@c'),
      MemberStatus: fc.oneof(fc.integer({ max: 7 }), fc.json()),
    },
    { requiredKeys: [] },
  );
  const body = fc.record(
    {
      BaseResponse: fc.oneof(
        fc.record({
          Ret: fc.oneof(fc.constantFrom<unknown>(0, -2013, '0', 1), fc.anything()),
          ErrMsg: fc.string(),
        }),
        fc.anything(),
      ),
      ChatRoomName: fc.oneof(fc.constantFrom('@@room', ''), fc.anything()),
      MemberList: fc.oneof(fc.array(member), fc.anything()),
      BlackList: fc.oneof(fc.constantFrom('', '@a,@b'), fc.anything()),
      Skey: fc.constant(SKEY),
    },
    { requiredKeys: [] },
  );
  const bodyText = body.map((value) => JSON.stringify(value));
  const page = fc
    .tuple(
      fc.constantFrom('', '<?xml version="1.0"?>', '<!-- note -->', '\ufeff\n'),
      fc.constantFrom('<!doctype html>', '<html>', '<h1>', '<body>', '<e>'),
      fc.string({ maxLength: 600 }),
      fc.constantFrom('', '<title>500 Error</title>', '<h1 class="x">Error 503</h1>', '<p>502</p>'),
    )
    .map((parts) => parts.join(''));
  const half = fc.tuple(bodyText, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const reply = fc.oneof(body, bodyText, half, page, fc.string(), fc.json(), fc.anything());

  it('every reply, text, half and page, with every HTTP status', () => {
    fc.assert(
      fc.property(reply, status, (value, http) => {
        same(value, http);
      }),
      { numRuns: 2000 },
    );
  });

  it('and reducing it again changes nothing', () => {
    fc.assert(
      fc.property(reply, (value) => {
        expect(kept(kept(value))).toEqual(kept(value));
      }),
    );
  });
});
