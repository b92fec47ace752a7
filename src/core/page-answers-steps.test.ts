// What the popup takes from the page of steps and of rooms: what it knows, as it is, and nothing else.
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { STEPS } from './job-facts.ts';
import { ANSWERS } from './page-answers.ts';

const JOB = { id: 'job-1', account: '@me', members: [{ userName: '@a', name: 'Anna' }], facts: [] };
const STEP = { type: 'step', at: 1, step: 'name', room: '@@one' };
const END = { type: 'step-end', at: 1, step: 'name', room: '@@one' };
const READ = { nickName: 'A &amp; B', memberCount: 2, isOwn: true, members: ['@a'] };
const ROOM = { nickName: '', isOwn: false, memberCount: 2, members: [['@a', 'Anna &amp; Co', '']] };
const withFact = (...facts: readonly unknown[]): object => ({ ...JOB, facts });
const isTaken = (name: keyof typeof ANSWERS, value: unknown): boolean =>
  v.safeParse(ANSWERS[name], value).success;

describe('a job is taken as it is', () => {
  it.each([
    ['with a name to give', { ...JOB, topic: 'Book club' }],
    ['with a greeting', { ...JOB, greeting: 'Hello\neverybody' }],
    ['about a room, and nobody to add', { ...JOB, members: [], room: '@@one' }],
    ['with all of it', { ...JOB, topic: 'Book club', greeting: 'Hello', room: '@@one' }],
    ...STEPS.map((step): [string, object] => [`with ${step} begun`, withFact({ ...STEP, step })]),
    ...STEPS.map((step): [string, object] => [`with ${step} ended`, withFact({ ...END, step })]),
    ['with an invitation', withFact({ ...STEP, step: 'invite', people: ['@a', '@b'] })],
    ['with an invitation of nobody', withFact({ ...STEP, step: 'invite', people: [] })],
    ['with a reply', withFact({ ...END, path: 'raw', reply: { BaseResponse: { Ret: 0 } }, status: 200 })],
    ['with a reply that is a text', withFact({ ...END, path: 'raw', reply: '<html>', status: 404 })],
    ['with a reply of null', withFact({ ...END, path: 'factory', reply: null })],
    ['done as the page says', withFact({ ...END, path: 'factory', pageSays: 'done' })],
    ['failed as the page says', withFact({ ...END, path: 'factory', pageSays: 'failed' })],
    ['with people added', withFact({ ...END, step: 'invite', path: 'factory', fun: 'addmember' })],
    ['with people invited', withFact({ ...END, step: 'invite', path: 'raw', fun: 'invitemember' })],
    ['with a reading', withFact({ ...END, step: 'read', path: 'raw', read: READ })],
    [
      'with a reading of nobody',
      withFact({ ...END, step: 'read', read: { ...READ, nickName: '', members: [] } }),
    ],
    ['with a part missing', withFact({ ...END, missing: 'no-sid' })],
  ])('%s', (_what, job) => {
    for (const name of ['start', 'watch', 'runSteps'] as const)
      expect(v.parse(ANSWERS[name], job)).toEqual(job);
  });

  it('but without what the page puts beside it', () => {
    const said = { ...END, skey: '@crypt', read: { ...READ, skey: '@crypt' }, people: ['@a'] };
    expect(v.parse(ANSWERS.runSteps, withFact(said))).toEqual(withFact({ ...END, read: READ }));
    expect(v.parse(ANSWERS.runSteps, withFact({ ...STEP, reply: 'x' }))).toEqual(withFact(STEP));
  });
});

describe('a job is not taken', () => {
  it.each([
    ['with a name that is no text', { ...JOB, topic: 7 }],
    ['with a name of null', { ...JOB, topic: null }],
    ['with a greeting that is no text', { ...JOB, greeting: ['Hello'] }],
    ['about a room that is no text', { ...JOB, room: {} }],
    ...[STEP, END].flatMap((fact): [string, object][] => [
      [`with a ${fact.type} that is not known`, withFact({ ...fact, step: 'explode' })],
      [`with a ${fact.type} of the prototype`, withFact({ ...fact, step: 'constructor' })],
      [`with a ${fact.type} of no kind`, withFact({ ...fact, step: undefined })],
      [`with a ${fact.type} without a room`, withFact({ ...fact, room: undefined })],
      [`with a ${fact.type} of a room that is no text`, withFact({ ...fact, room: 1 })],
      [`with a ${fact.type} without a time`, withFact({ ...fact, at: undefined })],
      [`with a ${fact.type} at a time in words`, withFact({ ...fact, at: 'now' })],
    ]),
    ['with people in one text', withFact({ ...STEP, people: '@a,@b' })],
    ['with people who are no names', withFact({ ...STEP, people: [{ userName: '@a' }] })],
    ['with a status in words', withFact({ ...END, status: '404' })],
    ['with a path that is not known', withFact({ ...END, path: 'carrier-pigeon' })],
    ['with a part missing that is not known', withFact({ ...END, missing: 'all' })],
    ['with a page that says maybe', withFact({ ...END, pageSays: 'maybe' })],
    ['with a page that says true', withFact({ ...END, pageSays: true })],
    ['with people removed', withFact({ ...END, fun: 'delmember' })],
    ['with a reading of null', withFact({ ...END, read: null })],
    ['with a reading without a name', withFact({ ...END, read: { ...READ, nickName: undefined } })],
    ['with a reading that counts in words', withFact({ ...END, read: { ...READ, memberCount: '2' } })],
    ['with a reading that says 1 for own', withFact({ ...END, read: { ...READ, isOwn: 1 } })],
    ['with a reading without members', withFact({ ...END, read: { ...READ, members: undefined } })],
    ['with a reading of members that are no names', withFact({ ...END, read: { ...READ, members: [null] } })],
  ])('%s', (_what, job) => {
    for (const name of ['start', 'watch', 'runSteps'] as const) expect(isTaken(name, job)).toBe(false);
  });
});

describe('a room that was read', () => {
  it.each([
    ['without a name', ROOM],
    ['with a name, your own', { ...ROOM, nickName: '<b>Club', isOwn: true }],
    ['with nobody', { ...ROOM, memberCount: 0, members: [] }],
    [
      'with names of its own',
      {
        ...ROOM,
        members: [
          ['@a', 'Anna', 'Annie'],
          ['@b', '', ''],
        ],
      },
    ],
  ])('is taken as it is: %s', (_what, room) => {
    expect(v.parse(ANSWERS.readRoom, room)).toEqual(room);
  });

  it('is taken without what the page puts beside it', () => {
    expect(v.parse(ANSWERS.readRoom, { ...ROOM, EncryChatRoomId: '@x' })).toEqual(ROOM);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['without a name', { ...ROOM, nickName: undefined }],
    ['with 0 for own', { ...ROOM, isOwn: 0 }],
    ['counted in words', { ...ROOM, memberCount: '2' }],
    ['without members', { ...ROOM, members: undefined }],
    ['with members that are names alone', { ...ROOM, members: ['@a'] }],
    ['with a member of two texts', { ...ROOM, members: [['@a', 'Anna']] }],
    ['with a member whose name is no text', { ...ROOM, members: [['@a', 'Anna', null]] }],
    ['with a member that is an object', { ...ROOM, members: [{ userName: '@a', name: 'Anna' }] }],
    ['with one good member and one bad', { ...ROOM, members: [...ROOM.members, ['@b']] }],
  ])('is not taken: %s', (_what, room) => {
    expect(isTaken('readRoom', room)).toBe(false);
  });
});
