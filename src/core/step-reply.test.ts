// What became of one step: WeChat's number, its page or its silence each have one meaning, and only a yes is a yes.
import { describe, expect, it } from 'vitest';
import type { StepEnd } from './job-facts.ts';
import { judgeStep } from './step-reply.ts';

const ROOM = '@@room';
const judge = (end: StepEnd): object => judgeStep(end, ROOM);
const replied = (reply: unknown, status?: number): object => judge({ path: 'raw', reply, status });
const ret = (Ret: unknown, ErrMsg = ''): object => ({ BaseResponse: { Ret, ErrMsg } });
const DONE = { kind: 'done' };
const NGINX = (title: string): string => `<html><head><title>${title}</title></head><body></body></html>`;

describe('each Ret has its own meaning', () => {
  it.each([[0], [-2013], ['0'], ['-2013']])('Ret %j is a yes, though no room is named', (number) => {
    expect(replied(ret(number))).toEqual(DONE);
    expect(replied({ ...ret(number), ChatRoomName: '', MemberList: [], BlackList: '' })).toEqual(DONE);
  });

  it.each([
    [1, 'refused'],
    [1205, 'too-often'],
    [-34, 'too-often'],
    [-23, 'refused'],
    [-2012, 'refused'],
    [-22, 'refused'],
    [-1, 'refused'],
    [-2, 'refused'],
    [-14, 'logged-out'],
    [1100, 'logged-out'],
    [1101, 'logged-out'],
    [1102, 'logged-out'],
    [1200, 'refused'],
    [1203, 'refused'],
    [4711, 'refused'],
  ])('Ret %i: %s', (number, trouble) => {
    expect(replied(ret(number))).toEqual({ kind: 'failed', trouble, ret: number, words: '' });
  });

  it.each([
    ['操作太频繁，请稍后再试。', 'too-often'],
    ['创建群聊的频率过快，请明日再试。', 'too-often'],
    ['参数错误', 'refused'],
  ])('Ret 1 says why in its words: %s', (words, trouble) => {
    expect(replied(ret(1, words))).toEqual({ kind: 'failed', trouble, ret: 1, words });
  });

  it('the words are handed on, also out of XML, and none are with a yes', () => {
    const xml = '<e><Content><![CDATA[群聊不存在]]></Content></e>';
    expect(replied(ret(-2, xml))).toMatchObject({ words: '群聊不存在' });
    expect(replied(ret(0, 'Everything is OK'))).toEqual(DONE);
  });

  it.each([200, 404, 500, undefined])('a whole body says more than a status of %s', (status) => {
    expect(replied(ret(0), status)).toEqual(DONE);
    expect(replied(ret(1205), status)).toMatchObject({ kind: 'failed', trouble: 'too-often' });
  });

  it('a reply is read as text too', () => {
    expect(replied(JSON.stringify(ret(0)), 200)).toEqual(DONE);
    expect(replied(JSON.stringify(ret(-14)), 200)).toMatchObject({ trouble: 'logged-out', ret: -14 });
  });
});

describe('what is no reply of WeChat', () => {
  it.each([
    ['a page with 404', NGINX('404 Not Found'), 404, 'failed', 'closed-by-wechat'],
    ['a page with 403', NGINX('403 Forbidden'), 403, 'failed', 'closed-by-wechat'],
    ['a page with 200', '<html>', 200, 'failed', 'closed-by-wechat'],
    ['a page without a status', '<!doctype html>', undefined, 'failed', 'closed-by-wechat'],
    ['nothing with 404', undefined, 404, 'failed', 'closed-by-wechat'],
    ['an empty text with 404', '', 404, 'failed', 'closed-by-wechat'],
    ['a page with 500', NGINX('500 Internal Server Error'), 500, 'unsure', 'server-error'],
    ['a page of 502 without a status', NGINX('502 Bad Gateway'), undefined, 'unsure', 'server-error'],
    ['a page of 502 with 200', NGINX('502 Bad Gateway'), 200, 'unsure', 'server-error'],
    ['nothing with 502', undefined, 502, 'unsure', 'server-error'],
    ['half JSON with 500', '{', 500, 'unsure', 'server-error'],
    ['nothing', undefined, undefined, 'unsure', 'no-answer'],
    ['nothing with 200', undefined, 200, 'unsure', 'no-answer'],
    ['null', null, 200, 'unsure', 'no-answer'],
    ['an empty text', '', 200, 'unsure', 'no-answer'],
    ['blanks', ' \n', 200, 'unsure', 'no-answer'],
    ['half JSON', '{"BaseResponse":{"Ret":0', 200, 'unsure', 'broken-answer'],
    ['a number', 42, 200, 'unsure', 'broken-answer'],
    ['zero', 0, 200, 'unsure', 'broken-answer'],
    ['true', true, 200, 'unsure', 'broken-answer'],
    ['a number in a text', '0', 200, 'unsure', 'broken-answer'],
    ['words', 'OK', 200, 'unsure', 'broken-answer'],
    ['an empty object', {}, 200, 'unsure', 'broken-answer'],
    ['an object without a Ret', { BaseResponse: {} }, 200, 'unsure', 'broken-answer'],
    ['a Ret beside its place', { Ret: 0 }, 200, 'unsure', 'broken-answer'],
    ['a Ret in words', ret('ok'), 200, 'unsure', 'broken-answer'],
  ])('%s', (_what, reply, status, kind, trouble) => {
    expect(replied(reply, status)).toEqual({ kind, trouble, words: '' });
  });
});

describe('what the step itself tells', () => {
  it('without a path nothing was sent, whatever else is said', () => {
    const nothing = { kind: 'failed', trouble: 'no-session', words: '' };
    expect(judge({})).toEqual(nothing);
    expect(judge({ missing: 'no-sid', reply: ret(0), pageSays: 'done' })).toEqual(nothing);
  });

  it.each(['factory', 'raw'] as const)('the page keeps the reply to itself, and says done: %s', (path) => {
    expect(judge({ path, pageSays: 'done' })).toEqual(DONE);
  });

  it('the page marks it failed, which can be a refusal or an answer that broke off', () => {
    const marked = { kind: 'unsure', trouble: 'marked-failed', words: '' };
    expect(judge({ path: 'factory', pageSays: 'failed' })).toEqual(marked);
    expect(judge({ path: 'factory', pageSays: 'failed', reply: ret(0) })).toEqual(marked);
  });

  it('a status without a reply is all that is known of a failed message', () => {
    expect(judge({ path: 'factory', status: 404 })).toMatchObject({ kind: 'failed' });
    expect(judge({ path: 'factory', status: 503 })).toMatchObject({ trouble: 'server-error' });
  });
});

describe('a reply that names a room', () => {
  const naming = (ChatRoomName: unknown, Ret = 0): object => ({ ...ret(Ret), ChatRoomName });

  it.each([0, -2013])('is a yes when it is the room, with Ret %i', (number) => {
    expect(replied(naming(ROOM, number))).toEqual(DONE);
  });

  it.each([0, -2013, 1205])('says nothing of the step when it is another room, with Ret %i', (number) => {
    const wrong = { kind: 'unsure', trouble: 'wrong-room', words: '' };
    expect(replied(naming('@@other', number))).toEqual(wrong);
    expect(replied(naming('@person', number))).toEqual(wrong);
  });

  it.each([
    [1205, 'too-often'],
    [-14, 'logged-out'],
    [-1, 'refused'],
  ])('is a plain refusal when it is the room, with Ret %i', (number, trouble) => {
    expect(replied(naming(ROOM, number))).toEqual({ kind: 'failed', trouble, ret: number, words: '' });
    expect(replied({ ...naming(ROOM), ...ret(number, '操作太频繁') })).toMatchObject({ words: '操作太频繁' });
  });

  it('is read as if it named none when the name is no text', () => {
    expect(replied(naming(null))).toEqual(DONE);
    expect(replied(naming({}, 1205))).toMatchObject({ trouble: 'too-often' });
  });
});
