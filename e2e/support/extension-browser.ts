// A browser with the extension installed, the same for tests whichever browser it is.
import type { BrowserContext, Page } from '@playwright/test';

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** The port of the stand-in: WeChat's hosts lead there, and nothing else leads anywhere. */
  readonly port: number;
  readonly language: 'en' | 'zh-CN';
  readonly colorScheme: 'light' | 'dark';
  /** Where the extension was built to; without it the default build, `null` for none yet. */
  readonly dist?: string | null;
}

export interface ExtensionBrowser {
  readonly context: BrowserContext;
  /** The popup's page, opened as an ordinary one of the popup's size. `prepare` comes before it loads. */
  readonly openPopupPage: (prepare?: (page: Page) => Promise<void>) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export const POPUP_SIZE = { width: 400, height: 600 } as const;
export const POPUP_PATH = 'src/popup/index.html';
