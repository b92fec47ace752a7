// Jobs are kept through a reload of the page; a storage that fails or holds something else is one without jobs.
// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type KeptJob, keepJobs, keptJobs, readRequest } from './job-store.ts';

const KEY = 'laqun.jobs';
const JOB: KeptJob = {
  request: { id: 'job-1', account: '@me', members: [{ userName: '@a', name: 'Anna' }] },
  before: ['@@old'],
  facts: [
    { type: 'sent', at: 1 },
    { type: 'answered', at: 2, reply: { BaseResponse: { Ret: 0 } } },
  ],
  isDismissed: false,
};
const throws = (): never => {
  throw new DOMException('no', 'SecurityError');
};
const stored = (value: unknown): readonly KeptJob[] => {
  window.sessionStorage.setItem(KEY, JSON.stringify(value));
  return keptJobs(window);
};

afterEach(() => {
  vi.restoreAllMocks();
  window.sessionStorage.clear();
});

it('what is kept comes back as it was, in order', () => {
  const jobs = [JOB, { ...JOB, request: { ...JOB.request, id: 'job-2' }, isDismissed: true }];
  keepJobs(window, jobs);
  expect(keptJobs(window)).toEqual(jobs);
});

it.each([
  ['a name', { topic: 'Friday 🍜' }],
  ['a greeting', { greeting: 'Hi\n<all> & you' }],
  ['a group that exists', { room: '@@room' }],
  ['all of them', { topic: 'Friday', greeting: 'Hi', room: '@@room' }],
])('what was asked for besides the members comes back too: %s', (_what, besides) => {
  const job = { ...JOB, request: { ...JOB.request, ...besides } };
  keepJobs(window, [job]);
  expect(keptJobs(window)).toEqual([job]);
});

it('at first there is none, and none can be kept', () => {
  expect(keptJobs(window)).toEqual([]);
  keepJobs(window, [JOB]);
  keepJobs(window, []);
  expect(keptJobs(window)).toEqual([]);
});

describe('a storage that throws', () => {
  const storageThrowsAt = (method: string): void => {
    const get = (storage: Storage, name: string): unknown =>
      name === method ? throws : Reflect.get(storage, name);
    vi.spyOn(window, 'sessionStorage', 'get').mockReturnValue(new Proxy(window.sessionStorage, { get }));
  };

  it('when it is full keeps nothing, and breaks nothing', () => {
    storageThrowsAt('setItem');
    keepJobs(window, [JOB]);
    vi.restoreAllMocks();
    expect(keptJobs(window)).toEqual([]);
  });

  it('when it is read has nothing, and breaks nothing', () => {
    keepJobs(window, [JOB]);
    storageThrowsAt('getItem');
    expect(keptJobs(window)).toEqual([]);
  });

  it('as soon as it is touched keeps nothing, and breaks nothing', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(throws);
    keepJobs(window, [JOB]);
    expect(keptJobs(window)).toEqual([]);
  });

  it('leaves what it cannot write', () => {
    const cyclic: Record<string, unknown> = { type: 'answered' };
    cyclic['reply'] = cyclic;
    keepJobs(window, [{ ...JOB, facts: [cyclic] }]);
    expect(keptJobs(window)).toEqual([]);
  });
});

describe('garbage in the storage', () => {
  it.each(['', '{', 'null', '7', '"x"', '{"0":{}}', '[', 'undefined'])('is no job: %j', (text) => {
    window.sessionStorage.setItem(KEY, text);
    expect(keptJobs(window)).toEqual([]);
  });

  it('instead of a job is left out, and the others stay', () => {
    const none = [null, 7, 'job', [], {}, { request: null }, { request: { id: '' } }, { request: { id: 5 } }];
    expect(stored([...none, JOB, ...none])).toEqual([JOB]);
  });

  it.each([[null], [7], [{ type: 'sent' }], [{ at: 5 }], [{ type: 'sent', at: '5' }]])(
    'with a fact that says nothing, as %j, leaves the job out: nobody could read it',
    (fact) => {
      expect(
        stored([
          { ...JOB, facts: [fact] },
          { ...JOB, request: { ...JOB.request, id: 'other' } },
        ]),
      ).toHaveLength(1);
    },
  );

  it.each([
    ['before', { before: [1, '@@old', null] }, { before: ['@@old'] }],
    ['before', { before: '@@old' }, { before: [] }],
    ['facts', { facts: null }, { facts: [] }],
    ['isDismissed', { isDismissed: 'yes' }, { isDismissed: false }],
    [
      'members',
      { request: { id: 'job-1', account: 5, members: [{ userName: '@a' }, null] } },
      {
        request: {
          id: 'job-1',
          account: '',
          members: [
            { userName: '@a', name: '' },
            { userName: '', name: '' },
          ],
        },
      },
    ],
  ])('inside a job is read as nothing: %s', (_where, garbage, read) => {
    expect(stored([{ ...JOB, ...garbage }])).toEqual([{ ...JOB, ...read }]);
  });
});

it('a request is read from a call field by field, and nothing beside it is kept', () => {
  const call = {
    ...JOB.request,
    now: 5,
    skey: '@crypt',
    members: [{ ...JOB.request.members[0], HeadImgUrl: '/x' }],
  };
  expect(readRequest(call)).toEqual(JOB.request);
  expect(readRequest(undefined)).toEqual({ id: '', account: '', members: [] });
});

it.each([
  ['topic', ''],
  ['topic', 5],
  ['greeting', ''],
  ['greeting', null],
  ['room', ''],
  ['room', {}],
])('a %s that is %j was not asked for', (name, value) => {
  expect(readRequest({ ...JOB.request, [name]: value })).toEqual(JOB.request);
  expect(readRequest({ ...JOB.request, [name]: 'x' })).toEqual({ ...JOB.request, [name]: 'x' });
});
