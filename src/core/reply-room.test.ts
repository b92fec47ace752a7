// The group that a reply names, and what a reply about a group that is there says of people: never more than the whole verdict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from './outcome.ts';
import { fatesIn, judgeReply, roomMadeBy } from './reply.ts';

const ASKED = ['@a', '@b'];
const reply = (Ret: unknown, ChatRoomName: unknown): object => ({ BaseResponse: { Ret }, ChatRoomName });
const about = (statuses: Readonly<Record<string, unknown>>, more: object = {}): object => ({
  BaseResponse: { Ret: 0 },
  MemberList: Object.entries(statuses).map(([UserName, MemberStatus]) => ({ UserName, MemberStatus })),
  ...more,
});

describe('a group was made by', () => {
  it.each([
    [0, '@@one'],
    [-2013, '@@one'],
    ['0', '@@one'],
    ['-2013', '@@'],
  ])('Ret %j with the room %j', (ret, room) => {
    expect(roomMadeBy(reply(ret, room))).toBe(room);
  });

  it('an answer that names people who are not in it', () => {
    expect(roomMadeBy({ ...about({ '@a': 4 }, { BlackList: '@b' }), ChatRoomName: '@@one' })).toBe('@@one');
  });
});

describe('no group was made for sure by', () => {
  it.each([
    ['a refusal', reply(1205, '')],
    ['a refusal that names a room', reply(1205, '@@one')],
    ['a yes without a room', reply(0, '')],
    ['a yes with a person', reply(-2013, '@one')],
    ['a yes with a room that is no text', reply(0, ['@@one'])],
    ['a room without a Ret', { ChatRoomName: '@@one' }],
    ['a Ret that is no whole number', reply(0.5, '@@one')],
    ['a Ret of null', reply(null, '@@one')],
    ['a page', '<html>'],
    ['words', '@@one'],
    ['nothing', undefined],
    ['null', null],
    ['a number', 0],
    ['a list', ['@@one']],
  ])('%s', (_what, body) => {
    expect(roomMadeBy(body)).toBeUndefined();
  });
});

it('a room is named exactly when the reply is judged to have made it, whatever came', () => {
  const ret = fc.oneof(
    fc.constantFrom<unknown>(0, -2013, '0', '-2013', -0, 1, 1205, 0.5, '', null),
    fc.anything(),
  );
  const room = fc.oneof(fc.constantFrom<unknown>('@@one', '@@', '@one', ''), fc.anything());
  const member = fc.record({
    UserName: fc.constantFrom('@a', '@b', '@x'),
    MemberStatus: fc.integer({ min: -1, max: 7 }),
  });
  const likely = fc.record(
    {
      BaseResponse: fc.oneof(
        { weight: 5, arbitrary: fc.record({ Ret: ret, ErrMsg: fc.string() }, { requiredKeys: [] }) },
        { weight: 1, arbitrary: fc.anything() },
      ),
      ChatRoomName: room,
      MemberList: fc.oneof(fc.array(member), fc.anything()),
      BlackList: fc.constantFrom<unknown>('', '@a', null),
    },
    { requiredKeys: [] },
  );
  // The page keeps a whole JSON text as the object it spells, so a text is never a group here.
  const other = fc.oneof(fc.anything(), fc.constantFrom<unknown>(undefined, null, '', '<html>', '{', '?'));
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: likely }, { weight: 1, arbitrary: other }), (body) => {
      const outcome = judgeReply(body, ASKED);
      expect(roomMadeBy(body)).toBe('room' in outcome ? outcome.room : undefined);
    }),
    { numRuns: 3000 },
  );
});

describe('a reply about a group that is there tells of each person', () => {
  it.each([
    [0, 'in'],
    [1, 'no-such-user'],
    [2, 'bad-user-name'],
    [3, 'has-blocked-you'],
    [4, 'not-a-friend'],
    [5, 'cannot-be-in-groups'],
    [6, 'status-unheard-of'],
    ['4', 'not-a-friend'],
    [undefined, 'in'],
  ])('MemberStatus %j: %s', (status, fate) => {
    expect(fatesIn(about({ '@a': status }), ['@a'])).toEqual([{ userName: '@a', fate }]);
  });

  it.each([
    [0, 'in-or-invited'],
    [undefined, 'in-or-invited'],
    [1, 'no-such-user'],
    [3, 'has-blocked-you'],
    [4, 'not-a-friend'],
    [6, 'status-unheard-of'],
  ])('and after a partial invite of nobody that they are in: MemberStatus %j: %s', (status, fate) => {
    for (const Ret of [-2013, '-2013']) {
      expect(fatesIn(about({ '@a': status }, { BaseResponse: { Ret } }), ['@a', '@b'])).toEqual([
        { userName: '@a', fate },
        { userName: '@b', fate: 'not-reported' },
      ]);
    }
  });

  it('who was asked, in that order, and nobody else', () => {
    expect(fatesIn(about({ '@x': 0, '@b': 3 }, { BlackList: '@c' }), ['@c', '@b', '@a'])).toEqual([
      { userName: '@c', fate: 'black-listed' },
      { userName: '@b', fate: 'has-blocked-you' },
      { userName: '@a', fate: 'not-reported' },
    ]);
    expect(fatesIn(about({ '@a': 0 }), [])).toEqual([]);
  });

  it('though it names no room', () => {
    expect(fatesIn(about({ '@a': 4 }, { ChatRoomName: '' }), ['@a'])).toEqual([
      { userName: '@a', fate: 'not-a-friend' },
    ]);
  });

  it.each([undefined, null, '', '<html>', 0, {}, { MemberList: [{ UserName: '@a', MemberStatus: 0 }] }])(
    'and of nobody when it is none: %j',
    (body) => {
      expect(fatesIn(body, ASKED)).toEqual([]);
    },
  );

  it('in words that are known, whatever came', () => {
    fc.assert(
      fc.property(fc.record({ BaseResponse: fc.constant({ Ret: 0 }), MemberList: fc.anything() }), (body) => {
        const fates = fatesIn(body, ASKED);
        expect(fates.map(({ userName }) => userName)).toEqual(ASKED);
        for (const { fate } of fates) expect(FATES).toContain(fate);
      }),
    );
  });
});
