// The fault matrix, part three: pages whose own code is missing, renamed, broken, late, or hostile.
import type { PageKind, Scenario } from '../wechat-web/scenario.ts';
import { expect, test } from './bench.ts';
import { note } from './note.ts';
import { HEADINGS } from './row.ts';

interface OddPage {
  readonly page: PageKind;
  readonly scenario?: Partial<Scenario>;
  readonly what: string;
  readonly heading: keyof typeof HEADINGS;
  readonly says: RegExp;
  readonly groups: number;
  readonly asked: number;
  readonly waits?: boolean;
}

const sends = { factorySends: true };

const oddPages: readonly OddPage[] = [
  { what: 'missing', page: 'no-factory', heading: 'made', says: /\(no-factory\)/, groups: 1, asked: 1 },
  { what: 'renamed', page: 'factory-renamed', heading: 'made', says: /\(no-factory\)/, groups: 1, asked: 1 },
  {
    what: 'throwing before it sends',
    page: 'factory-throws',
    heading: 'unsure',
    says: /own code failed/,
    groups: 0,
    asked: 0,
    waits: true,
  },
  {
    what: 'throwing after it sent',
    page: 'factory-throws',
    scenario: sends,
    heading: 'made',
    says: /found among your chats/,
    groups: 1,
    asked: 1,
    waits: true,
  },
  {
    what: 'returning nothing, nothing sent',
    page: 'factory-returns-nothing',
    heading: 'unsure',
    says: /gave no answer/,
    groups: 0,
    asked: 0,
    waits: true,
  },
  {
    what: 'returning nothing, sent',
    page: 'factory-returns-nothing',
    scenario: sends,
    heading: 'made',
    says: /found among your chats/,
    groups: 1,
    asked: 1,
    waits: true,
  },
  {
    what: 'a promise that never settles, nothing sent',
    page: 'factory-never-settles',
    heading: 'unsure',
    says: /has not answered/,
    groups: 0,
    asked: 0,
    waits: true,
  },
  {
    what: 'a promise that never settles, sent',
    page: 'factory-never-settles',
    scenario: sends,
    heading: 'made',
    says: /found among your chats/,
    groups: 1,
    asked: 1,
    waits: true,
  },
  {
    what: 'an Angular that appears late',
    page: 'angular-late',
    scenario: { lateMs: 2500 },
    heading: 'made',
    says: /2 people are in it/,
    groups: 1,
    asked: 1,
  },
];

for (const odd of oddPages) {
  test(`chatroomFactory: ${odd.what}`, async ({ bench }) => {
    bench.web.setScenario({ ...odd.scenario, page: odd.page });
    await bench.openWeChat();
    const popup = await bench.openPopup();
    for (const index of [1, 2]) await popup.pick(bench.web.backend.person(index).plainName);
    await popup.createButton.click();
    const heading = popup.heading(HEADINGS[odd.heading]);
    if (odd.waits === true) await popup.passTimeUntil(heading);
    await expect(heading).toBeVisible();
    await expect(popup.page.locator('main')).toContainText(odd.says);
    expect(bench.groupsMade()).toBe(odd.groups);
    expect(bench.timesAsked()).toBe(odd.asked);
    const path = odd.says.source.includes('no-factory') ? 'raw' : 'factory';
    await note(test.info(), {
      name: test.info().title,
      path,
      said: popup,
      groups: odd.groups,
      asked: odd.asked,
    });
  });
}

test('an Angular that appears late is not overtaken by requests of ours', async ({ bench }) => {
  bench.web.setScenario({ page: 'angular-late', lateMs: 2500 });
  const before = bench.web.backend.requestsTo('webwxinit').length;
  await bench.openWeChat();
  const popup = await bench.openPopup();
  await expect(popup.options.first()).toBeVisible();
  expect(bench.web.backend.requestsTo('webwxinit').length - before).toBe(1);
});

for (const name of [
  'JSON.parse',
  'JSON.stringify',
  'Promise',
  'fetch',
  'Reflect.get',
  'Symbol.for',
] as const) {
  test(`${name} replaced by the page`, async ({ bench }) => {
    const tab = await bench.openWeChat();
    await tab.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 20);
    await tab.evaluate((path) => {
      const [holder, method] = path.split('.');
      const target: unknown = method === undefined ? window : Reflect.get(window, holder ?? '');
      Object.defineProperty(target, method ?? path, {
        value: () => 'replaced by the page',
        configurable: true,
      });
    }, name);
    const popup = await bench.openPopup();
    const answered = popup.options.first();
    await expect(answered.or(popup.heading('WeChat Web does not answer'))).toBeVisible();
    test.info().annotations.push({
      type: 'the agent',
      description: (await answered.isVisible()) ? 'answers' : 'says why not',
    });
  });
}
