// Keeps the texts: both languages have the same keys, every text is used, and none is written in a component.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { STANDINGS } from './core/group-report.ts';
import { STEPS } from './core/job-facts.ts';
import { DOUBTS, FATES, MISSING_PARTS, REFUSALS } from './core/outcome.ts';
import { TROUBLES } from './core/step-reply.ts';
import type { Warning } from './popup/state/maker.ts';

const Messages = v.record(
  v.pipe(v.string(), v.regex(/^[a-z0-9_]+$/)),
  v.strictObject({ message: v.pipe(v.string(), v.minLength(1)), description: v.optional(v.string()) }),
);
const WARNINGS = {
  'second-within-a-minute': true,
  'fourth-within-an-hour': true,
  'group-may-exist': true,
} as const satisfies Record<Warning, true>;
/** Texts that are found by a code: the first part of their key, and the code. */
const CODED: readonly (readonly [prefix: string, code: string])[] = [
  ...FATES.map((code) => ['fate', code] as const),
  ...REFUSALS.map((code) => ['reason', code] as const),
  ...DOUBTS.map((code) => ['doubt', code] as const),
  ...MISSING_PARTS.map((code) => ['missing', code] as const),
  ...['invited', 'missing', 'not-asked', 'not-sure'].map((code) => ['fate', code] as const),
  ...[...STEPS, 'create'].map((code) => ['step', code] as const),
  ...['waiting', 'running', 'done', 'failed', 'unsure'].map((code) => ['state', code] as const),
  ...TROUBLES.map((code) => ['trouble', code] as const),
  ...STANDINGS.map((code) => ['standing', code] as const),
  ...STANDINGS.filter((code) => code !== 'in' && code !== 'not-added').map(
    (code) => ['advice', code] as const,
  ),
  ...Object.keys(WARNINGS).map((code) => ['warning', code] as const),
  ...Object.keys(WARNINGS).map((code) => ['warning_heading', code] as const),
];
const keyOf = (prefix: string, code: string): string => `${prefix}_${code.replaceAll('-', '_')}`;
const ROOT = resolve(import.meta.dirname, '..');

function messagesOf(language: string): v.InferOutput<typeof Messages> {
  const path = join(ROOT, 'public/_locales', language, 'messages.json');
  return v.parse(Messages, JSON.parse(readFileSync(path, 'utf8')));
}

const en = messagesOf('en');
const zh = messagesOf('zh_CN');
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, code: readFileSync(join(ROOT, 'src', file), 'utf8') }));

const placeholders = (text: string | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/\$\d/g)].map(String).sort();

describe('the texts', () => {
  it('have the same keys in English and Chinese, in the same order', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en))('%s takes the same substitutions in both languages', (key) => {
    expect(placeholders(zh[key]?.message)).toEqual(placeholders(en[key]?.message));
  });

  it('are Chinese in the Chinese file', () => {
    const { language: _tag, ...texts } = zh;
    const untranslated = Object.entries(texts).filter(([, { message }]) => !/\p{Script=Han}/u.test(message));
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it.each(CODED)('have words for the %s %s', (prefix, code) => {
    expect(Object.keys(en)).toContain(keyOf(prefix, code));
  });

  it('are all used', () => {
    const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
    const code = sources.map((source) => source.code).join('\n');
    const byCode = new Set(CODED.map(([prefix, each]) => keyOf(prefix, each)));
    const unused = Object.keys(en).filter((key) => {
      const stem = key.replace(/_(?:one|other)$/, '');
      return (
        !byCode.has(key) &&
        !code.includes(`'${stem}'`) &&
        !code.includes(`'${key}'`) &&
        !manifest.includes(`__MSG_${key}__`)
      );
    });
    expect(unused).toEqual([]);
  });
});

/** Words in an attribute that people read or hear; words between tags are for lint to find (noJsxLiterals). */
const WRITTEN =
  /\s(?:aria-\w+|title|placeholder|alt)=(?:"[^"]*\p{Letter}{2}[^"]*"|\{`[^`]*\p{Letter}{2}[^`]*`\})|>\s*\{'[^']*\p{Letter}{2}[^']*'\}/u;
const IDENTIFIERS = /\saria-(?:controls|describedby|labelledby|hidden|busy|live)="[^"]*"/g;

function isWritten(code: string): boolean {
  return WRITTEN.test(code.replace(IDENTIFIERS, ''));
}

describe('components', () => {
  it('hold no text of their own', () => {
    const components = sources.filter(({ file }) => file.endsWith('.tsx'));
    expect(components.length).toBeGreaterThan(5);
    expect(components.filter(({ code }) => isWritten(code)).map(({ file }) => file)).toEqual([]);
  });

  it.each(['<b aria-label="Close" />', '<i title="你好" />', '<i alt={`Picture`} />', "<i>{'Hello'}</i>"])(
    'would be caught writing %j',
    (code) => {
      expect(isWritten(code)).toBe(true);
    },
  );

  it('are watched by lint for the words between tags', () => {
    const config = readFileSync(join(ROOT, 'biome.json'), 'utf8');
    expect(config).toMatch(/"noJsxLiterals": "error"/);
  });
});
