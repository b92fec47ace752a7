// What can go wrong with the steps after a group was made: each fails alone, and the group stays made.
import type { Answer, Answers, Scenario } from '../wechat-web/scenario.ts';
import { PATHS, type PathName } from './row.ts';

export interface StepRow {
  readonly name: string;
  /** What WeChat answers; `other` is the userName of another group. */
  readonly scenario: (other: string) => Partial<Scenario>;
  /** What each step says; a step that is not named has to be done. */
  readonly says: Readonly<Record<string, RegExp>>;
  /** Whether the message was really sent. */
  readonly isGreeted: boolean;
  /** Whether the group really has the name. */
  readonly isNamed: boolean;
  /** The ways to ask that make a difference. */
  readonly paths: readonly PathName[];
  /** Whether the page or the popup has to wait, so that the clock runs ahead. */
  readonly waits?: boolean;
}

/** The steps, as the popup calls them. */
export const STEP_NAMES = {
  check: 'Check who is in',
  name: 'Set the name',
  greet: 'Send the first message',
  read: 'Read the group back',
} as const;

const page = (status: number): Answer => ({
  kind: 'http',
  status,
  body: `<html><head><title>${status}</title></head></html>`,
});
const EMPTY: Answer = {
  kind: 'body',
  body: '{"BaseResponse":{"Ret":0,"ErrMsg":""},"Count":0,"ContactList":[]}',
};

interface Fault {
  readonly name: string;
  readonly answer: Answers;
  readonly says: RegExp;
  readonly waits?: boolean;
}

const REFUSALS: readonly Fault[] = [
  { name: 'Ret -1', answer: { kind: 'ret', ret: -1, errMsg: '系统繁忙' }, says: /refused.*系统繁忙.*-1/ },
  { name: 'Ret 1 too often', answer: { kind: 'ret', ret: 1, errMsg: '操作太频繁' }, says: /too often/ },
  { name: 'Ret 1205', answer: { kind: 'ret', ret: 1205 }, says: /too often/ },
  { name: 'Ret -14', answer: { kind: 'ret', ret: -14 }, says: /logged you out/ },
];

/** Where the page's own service is used, it never calls back on these: the reading says that there is no name. */
const SILENCES: readonly Fault[] = [
  { name: '404', answer: page(404), says: /closed this on the web|no name yet/ },
  { name: '500', answer: page(500), says: /server failed|no name yet/ },
  { name: 'cut', answer: { kind: 'half', made: false }, says: /not answered|no name yet/ },
  { name: 'never answered', answer: { kind: 'never', made: false }, says: /not answered|no name yet/ },
];

function nameRow({ name, answer, says, waits }: Fault, isNamed = false): StepRow {
  return {
    name: `name: ${name}`,
    paths: PATHS,
    scenario: () => ({ updateChatroom: answer }),
    says: isNamed ? {} : { name: says },
    isGreeted: true,
    isNamed,
    ...(waits && { waits }),
  };
}

export const nameRows: readonly StepRow[] = [
  nameRow({ name: 'ok', answer: { kind: 'made' }, says: /./ }, true),
  ...REFUSALS.map((fault): StepRow => ({ ...nameRow(fault), paths: ['raw'] })),
  ...SILENCES.map((fault) => nameRow({ ...fault, waits: true })),
  nameRow(
    { name: '500, and yet set', answer: { ...page(500), made: true } as Answer, says: /./, waits: true },
    true,
  ),
  {
    name: 'name: answers the wrong room',
    paths: PATHS,
    scenario: (instead) => ({ updateChatroom: { kind: 'made', instead } }),
    says: {},
    isGreeted: true,
    isNamed: true,
  },
];

/** The name is taken, and cannot be read back; who is in is as the first answer said. */
function readRow({ name, answer, says, waits }: Fault): StepRow {
  return {
    name: `reading: ${name}`,
    paths: ['raw'],
    scenario: () => ({ batchGet: answer }),
    says: { check: says, name: /could not be read to make sure/, read: says },
    isGreeted: true,
    isNamed: true,
    ...(waits && { waits }),
  };
}

export const readRows: readonly StepRow[] = [
  ...REFUSALS.map(readRow),
  readRow({ name: '404', answer: page(404), says: /closed this on the web/ }),
  readRow({ name: '500', answer: page(500), says: /server failed/ }),
  readRow({ name: 'cut', answer: { kind: 'half', made: false }, says: /not answered/ }),
  readRow({
    name: 'never answered',
    answer: { kind: 'never', made: false },
    says: /not answered/,
    waits: true,
  }),
  readRow({ name: 'empty', answer: EMPTY, says: /does not know the new group yet/, waits: true }),
  {
    name: 'reading: answers the wrong room',
    paths: ['raw'],
    scenario: (instead) => ({ batchGet: { kind: 'made', instead } }),
    says: {
      check: /does not know the new group yet/,
      name: /make sure/,
      read: /does not know the new group yet/,
    },
    isGreeted: true,
    isNamed: true,
    waits: true,
  },
  {
    name: 'reading: empty at first, then right',
    paths: PATHS,
    scenario: () => ({ batchGet: [EMPTY, EMPTY] }),
    says: {},
    isGreeted: true,
    isNamed: true,
    waits: true,
  },
];

function greetRow({ name, answer, says, waits }: Fault, isGreeted = false): StepRow {
  return {
    name: `message: ${name}`,
    paths: ['factory'],
    scenario: () => ({ sendMsg: answer }),
    says: isGreeted ? {} : { greet: says },
    isGreeted,
    isNamed: true,
    ...(waits && { waits }),
  };
}

export const greetRows: readonly StepRow[] = [
  // The name with it: both fail by themselves.
  ...REFUSALS.map(
    ({ name, answer, says }): StepRow => ({
      name: `message and name: ${name}`,
      paths: ['factory'],
      scenario: () => ({ sendMsg: answer, updateChatroom: answer }),
      says: { greet: /marks it as failed/, name: says },
      isGreeted: false,
      isNamed: false,
    }),
  ),
  greetRow({ name: '404', answer: page(404), says: /closed this on the web/ }),
  greetRow({ name: '500', answer: page(500), says: /server failed/ }),
  greetRow({ name: 'cut', answer: { kind: 'half', made: false }, says: /marks it as failed|not answered/ }),
  greetRow({
    name: 'never answered',
    answer: { kind: 'never', made: false },
    says: /not answered/,
    waits: true,
  }),
  greetRow(
    { name: 'sent, then cut', answer: [{ kind: 'reset', when: 'after-made' }, { kind: 'made' }], says: /./ },
    true,
  ),
];
