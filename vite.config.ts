// Builds the extension, for Chrome and for Firefox, from the one manifest.
import { readFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

type Target = 'chrome' | 'firefox';
type ManifestV3 = Extract<ManifestV3Export, { readonly manifest_version: number }>;

/** What differs: each browser's store complains about the other's keys. */
function manifestFor(target: Target): ManifestV3 {
  const manifest: ManifestV3 = JSON.parse(readFileSync('manifest.json', 'utf8'));
  const { browser_specific_settings: forFirefox, minimum_chrome_version: forChrome, ...shared } = manifest;
  return target === 'firefox'
    ? { ...shared, ...(forFirefox && { browser_specific_settings: forFirefox }) }
    : { ...shared, ...(forChrome && { minimum_chrome_version: forChrome }) };
}

export default defineConfig(({ mode }) => {
  const target: Target = (process.env.TARGET ?? mode) === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [preact(), crx({ manifest: manifestFor(target), browser: target })],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome111',
      modulePreload: false,
    },
  };
});
