// Keeps the rooms apart: imports point down, and each world's globals stay in it. See docs/architecture.md.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname);

/** The rooms that a room may import values from, besides itself. Types may come from anywhere but upwards of core. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  page: ['core'],
  providers: ['core'],
  popup: ['providers', 'core'],
};
/** The packages that a room may import. */
const MAY_USE: Readonly<Record<string, RegExp>> = {
  core: /^valibot$/,
  page: /^$/,
  providers: /^(?:valibot|webextension-polyfill)$/,
  popup: /^(?:preact(?:\/hooks)?|@preact\/signals|@tanstack\/virtual-core|webextension-polyfill)$/,
};
/** What a page of WeChat has and nothing outside src/page may name. */
const PAGE_GLOBALS =
  /\bangular\b|_contacts\b|\binjector\b|chatroomFactory|contactFactory|accountFactory|MMCgi/;
/** What only extension code has. */
const EXTENSION_GLOBALS = /\b(?:browser|chrome)\s*\./;
/** What has an effect, and so has no place among pure rules. */
const EFFECTS =
  /\b(?:window|document|navigator|location|fetch|XMLHttpRequest|localStorage|sessionStorage|setTimeout|setInterval|crypto|performance|console)\b\s*[.(]|\bDate\.now\b|\bnew Date\(\)|Math\.random/;

interface Import {
  readonly from: string;
  readonly isType: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\s\S]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'/g;

function importsOf(code: string): readonly Import[] {
  return [...code.matchAll(IMPORT)].map((match) => ({
    from: match[2] ?? match[3] ?? '',
    isType: match[1] !== undefined,
  }));
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** What is wrong with a file's imports, in words; empty when nothing is. */
function importFaults(file: string, code: string): readonly string[] {
  const room = roomOf(file);
  return importsOf(code).flatMap(({ from, isType }) => {
    if (!from.startsWith('.')) {
      return isType || MAY_USE[room]?.test(from) ? [] : [`${file} uses ${from}`];
    }
    const target = roomOf(join(dirname(file), from));
    const isAllowed = target === room || MAY_IMPORT[room]?.includes(target) || from.includes('_locales/');
    if (isAllowed || (isType && room !== 'core')) return [];
    return [`${file} imports ${target}`];
  });
}

function roomOf(file: string): string {
  return relative('.', file).split('/')[0] ?? '';
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(SRC, file), 'utf8') }));

describe('the rooms', () => {
  it('are the ones that are known', () => {
    expect([...new Set(files.map(({ file }) => roomOf(file)))].sort()).toEqual(
      Object.keys(MAY_IMPORT).sort(),
    );
  });

  it('import downwards only', () => {
    expect(files.flatMap(({ file, code }) => importFaults(file, withoutComments(code)))).toEqual([]);
  });

  it('leave the globals of the page to src/page', () => {
    const others = files.filter(({ file }) => roomOf(file) !== 'page');
    // Error codes such as 'no-angular' name them, as texts.
    const faults = others.filter(({ code }) =>
      PAGE_GLOBALS.test(withoutComments(code).replace(/'[^'\n]*'/g, '')),
    );
    expect(faults.map(({ file }) => file)).toEqual([]);
  });

  it('leave the globals of extensions to those outside the page', () => {
    const inPage = files.filter(({ file }) => /^(?:page|core)\//.test(file));
    expect(inPage.filter(({ code }) => EXTENSION_GLOBALS.test(withoutComments(code)))).toEqual([]);
  });

  it('keep effects out of core', () => {
    const inCore = files.filter(({ file }) => roomOf(file) === 'core');
    expect(inCore.filter(({ code }) => EFFECTS.test(withoutComments(code))).map(({ file }) => file)).toEqual(
      [],
    );
  });

  it('say in the first line of each file what it is for', () => {
    expect(files.filter(({ code }) => !/^\/\/ \S.{15,}/.test(code)).map(({ file }) => file)).toEqual([]);
  });
});

describe('these checks themselves', () => {
  it.each([
    ['core/a.ts', "import { b } from '../popup/b.ts';", 'core/a.ts imports popup'],
    ['core/a.ts', "import type { b } from '../page/b.ts';", 'core/a.ts imports page'],
    ['page/a.ts', "import {\n  b,\n} from '../providers/b.ts';", 'page/a.ts imports providers'],
    ['page/a.ts', "const b = await import('../popup/b.ts');", 'page/a.ts imports popup'],
    ['page/a.ts', "export * from '../popup/b.ts';", 'page/a.ts imports popup'],
    ['providers/a.ts', "import '../page/b.ts';", 'providers/a.ts imports page'],
    ['page/a.ts', "import browser from 'webextension-polyfill';", 'page/a.ts uses webextension-polyfill'],
  ])('find %s with %j', (file, code, fault) => {
    expect(importFaults(file, code)).toEqual([fault]);
  });

  it('let types through where they may go', () => {
    expect(importFaults('page/a.ts', "import type { B } from '../providers/b.ts';")).toEqual([]);
  });
});
