// The first message that the person wants for each new group, in the extension's own storage.
import browser from 'webextension-polyfill';
import type { DefaultGreeting } from './draft.ts';

const KEY = 'greeting';

export const defaultGreeting: DefaultGreeting = {
  async read() {
    try {
      const text: unknown = (await browser.storage.local.get(KEY))[KEY];
      return typeof text === 'string' ? text : '';
    } catch {
      return '';
    }
  },
  async write(greeting) {
    try {
      if (greeting === '') await browser.storage.local.remove(KEY);
      else await browser.storage.local.set({ [KEY]: greeting });
    } catch {
      // A full storage must not keep anybody from making a group; only the default is lost.
    }
  },
};
