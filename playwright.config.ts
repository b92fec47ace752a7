// End-to-end tests: the built extension in real browsers, against the stand-in for WeChat Web.
import { defineConfig } from '@playwright/test';
import type { TestOptions } from './e2e/support/fixtures.ts';

const CI = process.env.CI !== undefined;

export default defineConfig<TestOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'e2e/.output/tests',
  forbidOnly: CI,
  fullyParallel: true,
  retries: 0,
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['./e2e/fault-matrix/table.ts'],
    ['json', { outputFile: 'e2e/.output/playwright.json' }],
  ],
  projects: [
    { name: 'chromium', use: { extensionBrowser: 'chromium' } },
    // What runs in Firefox is marked so; the rest follows.
    { name: 'firefox', use: { extensionBrowser: 'firefox' }, grep: /@firefox/, testIgnore: 'wechat-web/**' },
  ],
});
