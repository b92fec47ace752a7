// Values of unknown shape are read without a throw, and what is not as hoped comes out empty.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, integerField, listField, parseJson, retOf, textField } from './fields.ts';

const throws = (): never => {
  throw new Error('read me not');
};
const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
};

describe('field', () => {
  it.each([
    ['an object', { a: 7 }, 7],
    ['a list', Object.assign([], { a: 7 }), 7],
    ['a function', Object.assign(() => 0, { a: 7 }), 7],
    ['a prototype', Object.create({ a: 7 }), 7],
    ['an object without prototype', Object.assign(Object.create(null), { a: 7 }), 7],
    ['an object that lacks it', {}, undefined],
    ['a text', 'a', undefined],
    ['a number', 7, undefined],
    ['null', null, undefined],
    ['undefined', undefined, undefined],
    ['a getter that throws', Object.defineProperty({}, 'a', { get: throws }), undefined],
    ['a proxy that throws', new Proxy({}, { get: throws }), undefined],
    ['a revoked proxy', revoked(), undefined],
  ])('of %s', (_kind, target, value) => {
    expect(field(target, 'a')).toBe(value);
  });
});

it.each([
  ['x', 'x'],
  ['', ''],
  [7, ''],
  [null, ''],
  [['x'], ''],
  [{}, ''],
  [undefined, ''],
])('textField of %j is "%s"', (a, text) => {
  expect(textField({ a }, 'a')).toBe(text);
});

it.each([
  [7, 7],
  [-2013, -2013],
  ['7', 7],
  ['-2013', -2013],
  ['', undefined],
  [' 7', undefined],
  ['+7', undefined],
  ['7.0', undefined],
  ['1e3', undefined],
  [0.5, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [2 ** 53, undefined],
  ['9007199254740992', undefined],
  [true, undefined],
  [null, undefined],
  [[7], undefined],
])('integerField of %j is %j', (a, number) => {
  expect(integerField({ a }, 'a')).toBe(number);
});

describe('listField', () => {
  it('is a list, which the owner can change afterwards without harm', () => {
    const own = [1, 2];
    const list = listField({ own }, 'own');
    own.length = 0;
    expect(list).toEqual([1, 2]);
  });

  it.each([
    ['a text', 'ab'],
    ['something like a list', { length: 1, 0: 'a' }],
    ['nothing', undefined],
    ['a revoked proxy', revoked()],
    ['a list whose entries throw', Object.defineProperty([1], 0, { get: throws })],
  ])('is empty for %s', (_kind, a) => {
    expect(listField({ a }, 'a')).toEqual([]);
  });
});

it('parseJson reads whole JSON, and is undefined for anything else', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(parseJson('null')).toBeNull();
  expect(['', '{', '{}}', 'undefined', "{'a':1}"].map(parseJson)).toEqual(Array(5).fill(undefined));
});

it.each([
  [{ BaseResponse: { Ret: 0 } }, 0],
  [{ BaseResponse: { Ret: '-2013', ErrMsg: 'x' } }, -2013],
  [{ BaseResponse: { Ret: 0.5 } }, undefined],
  [{ BaseResponse: {} }, undefined],
  [{ BaseResponse: null }, undefined],
  [{ Ret: 0 }, undefined],
  ['{"BaseResponse":{"Ret":0}}', undefined],
  [null, undefined],
  [undefined, undefined],
])('retOf %j is %j', (reply, ret) => {
  expect(retOf(reply)).toBe(ret);
});

it('nothing ever throws', () => {
  const key = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'length', 'caller'));
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true }), key, (target, name) => {
      field(target, name);
      expect(typeof textField(target, name)).toBe('string');
      expect(Array.isArray(listField(target, name))).toBe(true);
      expect(integerField(target, name) ?? 0).toSatisfy(Number.isSafeInteger);
      expect(retOf({ BaseResponse: target }) ?? 0).toSatisfy(Number.isSafeInteger);
    }),
    { numRuns: 2000 },
  );
});

it('a whole number is never -0, which a kept reply could not hold', () => {
  expect(Object.is(integerField({ Ret: -0 }, 'Ret'), 0)).toBe(true);
});
