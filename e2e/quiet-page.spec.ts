// Nothing happens on the page before the popup asks: no request, no timer, no listener, one property.
import { launchChromium } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';

test('the agent does nothing until it is asked', async ({ web, browserWithExtension, openPopup }) => {
  const { context } = browserWithExtension;
  await context.addInitScript(() => {
    const counts: Record<string, number> = {};
    Reflect.set(window, '__counts', counts);
    const count = (target: object, name: string) => {
      const original: unknown = Reflect.get(target, name);
      if (typeof original !== 'function') return;
      Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
        const caller = new Error('caller').stack ?? '';
        if (caller.includes('-extension://')) counts[name] = (counts[name] ?? 0) + 1;
        return Reflect.apply(original, this, args);
      });
    };
    for (const name of ['setTimeout', 'setInterval', 'fetch', 'addEventListener', 'requestAnimationFrame']) {
      count(window, name);
    }
    count(XMLHttpRequest.prototype, 'send');
    count(Document.prototype, 'addEventListener');
  });
  const page = await context.newPage();
  await page.goto('https://wx.qq.com/');
  await page.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 40);
  const before = await page.evaluate(() => ({
    counts: Reflect.get(window, '__counts'),
    agent: typeof Reflect.get(window, Symbol.for('laqun.agent')),
    visible: Object.keys(window).filter((name) => /laqun/i.test(name)),
  }));
  expect(before).toEqual({ counts: {}, agent: 'object', visible: [] });

  // The counter does see the agent once it works.
  const popup = await openPopup();
  await expect(popup.options.first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => Reflect.get(window, '__counts'))).toHaveProperty('fetch');
  expect(web.backend.violations).toEqual([]);
});

test('with the extension, WeChat is asked for the same as without it', async ({
  web,
  browserWithExtension,
}) => {
  const load = async (context: typeof browserWithExtension.context): Promise<readonly string[]> => {
    const from = web.backend.requests.length;
    const page = await context.newPage();
    await page.goto('https://wx.qq.com/');
    await page.waitForFunction(() => Object.keys(Reflect.get(window, '_contacts') ?? {}).length > 40);
    const calls = web.backend.requests.slice(from).map(({ method, call }) => `${method} ${call}`);
    await page.close({ runBeforeUnload: false });
    return calls.filter((call) => /init|contact|create|update|sendmsg/.test(call)).sort();
  };
  const bare = await launchChromium({ port: web.port, language: 'en', colorScheme: 'light', dist: null });
  try {
    expect(await load(browserWithExtension.context)).toEqual(await load(bare.context));
  } finally {
    await bare.close();
  }
});
