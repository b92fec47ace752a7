// Pins what is built: what the extension may do, that it fits its budgets, and that nothing else got in.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const HOSTS = [
  'https://wx.qq.com/*',
  'https://wx2.qq.com/*',
  'https://wx8.qq.com/*',
  'https://web.wechat.com/*',
  'https://web2.wechat.com/*',
];

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
}

function gzipped(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}

for (const target of ['chrome', 'firefox']) {
  const dist = `dist/${target}`;
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');

  test.describe(`the build for ${target}`, () => {
    test('asks for scripting and storage on the five hosts, and for nothing else', () => {
      const manifest = JSON.parse(read('manifest.json'));
      expect(manifest.permissions).toEqual(['scripting', 'storage']);
      expect(manifest.host_permissions).toEqual(HOSTS);
      expect(Object.keys(manifest).sort()).toEqual(
        [
          'action',
          'content_scripts',
          'content_security_policy',
          'default_locale',
          'description',
          'host_permissions',
          'icons',
          'manifest_version',
          'name',
          'permissions',
          'version',
          target === 'chrome' ? 'minimum_chrome_version' : 'browser_specific_settings',
        ].sort(),
      );
    });

    test('has one content script, whole in itself, in the world of the page', () => {
      const manifest = JSON.parse(read('manifest.json'));
      expect(manifest.content_scripts).toEqual([
        { matches: HOSTS, js: ['src/page/agent.iife.js'], run_at: 'document_start', world: 'MAIN' },
      ]);
      const agent = read('src/page/agent.iife.js');
      expect(agent).not.toMatch(/\bimport\b\s*[({'"*]|\bexport\b|\brequire\(|document\.createElement/);
    });

    test('holds no remote code, no eval, and no address but the manifest’s hosts', () => {
      for (const file of filesOf(dist).filter((name) => /\.(?:js|html|css)$/.test(name))) {
        const code = readFileSync(file, 'utf8');
        expect(code, file).not.toMatch(/\beval\(|new Function\b|importScripts|<script[^>]+src="https?:/);
        // Namespaces are names, not addresses; nothing is fetched from them.
        const addresses = code.match(/\b(?:https?|wss?):\/\/[^\s"'`)]+/g) ?? [];
        const others = addresses.filter(
          (url) => !/^https:\/\/wx\.qq\.com\/$|^http:\/\/www\.w3\.org\//.test(url),
        );
        expect(others, file).toEqual([]);
      }
    });

    test('lets its own pages load nothing but themselves', () => {
      const policy = JSON.parse(read('manifest.json')).content_security_policy.extension_pages;
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('http');
    });

    test('fits its budgets', () => {
      const agent = filesOf(join(dist, 'src/page'));
      const popup = filesOf(dist).filter((file) => /assets\/.*\.(?:js|css)$/.test(file));
      expect(popup.length).toBeGreaterThan(0);
      expect(gzipped(agent)).toBeLessThanOrEqual(8 * 1024);
      expect(gzipped(popup)).toBeLessThanOrEqual(45 * 1024);
      expect(gzipped(filesOf(dist))).toBeLessThanOrEqual(250_000);
    });
  });
}
