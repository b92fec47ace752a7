// Answers that cannot be read, or never come: pages, fragments, cut connections, silence.
import type { Answer } from '../wechat-web/scenario.ts';
import type { Row } from './row.ts';

const page = (status: number, title: string): string =>
  `<html><head><title>${status} ${title}</title></head><body><h1>${status} ${title}</h1></body></html>`;

/** Nobody can tell from the answer, and no room turns up. */
function notMade(name: string, says: RegExp, answer: Answer): Row {
  return { name: `${name}, not made`, create: () => answer, heading: 'unsure', says, groups: 0, waits: true };
}

/** Nobody can tell from the answer, but the room turns up. */
function made(name: string, answer: Answer): Row {
  const says = /found among your chats/;
  return { name: `${name}, made`, create: () => answer, heading: 'made', says, groups: 1, waits: true };
}

/** Both: the same answer, with the deed done or not. */
function either(name: string, says: RegExp, answer: (made: boolean) => Answer): readonly Row[] {
  return [notMade(name, says, answer(false)), made(name, answer(true))];
}

function closed(name: string, answer: Answer): Row {
  return {
    name,
    create: () => answer,
    heading: 'refused',
    says: /closed group creation on the web/,
    groups: 0,
  };
}

export const transportRows: readonly Row[] = [
  closed('404', { kind: 'http', status: 404, body: page(404, 'Not Found') }),
  closed('200 with HTML', {
    kind: 'http',
    status: 200,
    body: '<!DOCTYPE html><html><body>请在手机上操作</body></html>',
  }),
  ...either('500', /server failed/, (isMade) => ({
    kind: 'http',
    status: 500,
    body: page(500, 'Internal Server Error'),
    made: isMade,
  })),
  ...either('502', /server failed/, (isMade) => ({
    kind: 'http',
    status: 502,
    body: page(502, 'Bad Gateway'),
    made: isMade,
  })),
  ...either('an empty body', /ended before WeChat answered/, (isMade) => ({
    kind: 'body',
    body: '',
    made: isMade,
  })),
  ...either('null', /could not be understood|ended before/, (isMade) => ({
    kind: 'body',
    body: 'null',
    made: isMade,
  })),
  notMade('a number', /could not be understood/, { kind: 'body', body: '42' }),
  notMade('an array', /could not be understood/, { kind: 'body', body: '[1,2]' }),
  ...either('half a JSON body', /broke off|ended before/, (isMade) => ({
    kind: 'body',
    body: '{"BaseResponse":{"Ret":0,"Err',
    made: isMade,
  })),
  ...either('cut in the middle of the body', /ended before|network failed/, (isMade) => ({
    kind: 'half',
    made: isMade,
  })),
  notMade('reset before anything was done', /ended before|network failed/, { kind: 'reset', when: 'before' }),
  {
    name: 'reset before anything was done, then sent again by Chromium',
    create: () => [{ kind: 'reset', when: 'before' }, { kind: 'made' }],
    heading: 'made',
    says: /3 people are in it with you/,
    groups: 1,
  },
  {
    name: 'reset after it was made, then sent again by Chromium',
    create: () => [{ kind: 'reset', when: 'after-made' }, { kind: 'made' }],
    heading: 'made',
    says: /WeChat made a second group/,
    groups: 2,
    waits: true,
  },
  {
    name: 'reset after it was made, the resent one refused',
    create: () => [
      { kind: 'reset', when: 'after-made' },
      { kind: 'ret', ret: 1, errMsg: '操作太频繁，请稍后再试。' },
    ],
    heading: 'made',
    says: /found among your chats/,
    groups: 1,
    waits: true,
  },
  made('reset after the head', { kind: 'reset', when: 'after-head' }),
  {
    name: 'answered after 25 s',
    create: () => ({ kind: 'slow', ms: 2500, answer: { kind: 'made', ret: -2013 } }),
    scenario: { sync: { deliversRooms: false }, batchGet: { kind: 'ret', ret: -1 } },
    heading: 'partial',
    says: /only invited others/,
    groups: 1,
    waits: true,
  },
  {
    name: 'refused after 25 s',
    create: () => ({ kind: 'slow', ms: 2500, answer: { kind: 'ret', ret: 1205 } }),
    heading: 'refused',
    says: /limits how often/,
    groups: 0,
    waits: true,
  },
  ...either('never answered', /has not answered/, (isMade) => ({ kind: 'never', made: isMade })),
];
