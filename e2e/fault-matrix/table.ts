// A reporter: prints the fault matrix at the end and writes it to e2e/results/fault-matrix.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import * as v from 'valibot';
import { NOTE, Noted } from './note.ts';

const FILE = 'e2e/results/fault-matrix.md';

export default class FaultMatrixTable implements Reporter {
  readonly #rows: string[] = [];

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const { type, description } of result.annotations) {
      if (type !== NOTE || description === undefined) continue;
      const { name, path, heading, said, groups, asked } = v.parse(Noted, JSON.parse(description));
      this.#rows.push(`| ${[name, path, heading, said, groups, asked].join(' | ')} |`);
    }
  }

  onEnd(): void {
    if (this.#rows.length === 0) return;
    const table = [
      '| case | path | heading | what the popup said first | groups made | times asked |',
      '| --- | --- | --- | --- | --- | --- |',
      ...this.#rows.sort(),
    ].join('\n');
    mkdirSync('e2e/results', { recursive: true });
    writeFileSync(FILE, `# What the popup says when something goes wrong\n\n${table}\n`);
    console.log(`\n${table}\n\nWritten to ${FILE}`);
  }
}
