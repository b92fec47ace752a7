// What the demo says while it runs: a numbered line for each step, and pictures of what is seen.
import { mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const PICTURES = resolve('e2e/.output/demo');

export class Narration {
  readonly #pictures: string[] = [];
  #steps = 0;

  static async begin(): Promise<Narration> {
    await rm(PICTURES, { recursive: true, force: true });
    await mkdir(PICTURES, { recursive: true });
    return new Narration();
  }

  /** Said once it is true. */
  step(text: string): void {
    this.#steps += 1;
    console.log(`${String(this.#steps).padStart(2)}. ${text}`);
  }

  async picture(page: Page, name: string): Promise<void> {
    const file = `${this.#pictures.length + 1}-${name}.png`;
    await page.screenshot({ path: join(PICTURES, file) });
    this.#pictures.push(file);
  }

  listPictures(): void {
    console.log(`\nPictures in ${relative('.', PICTURES)}:`);
    for (const file of this.#pictures) console.log(`  ${file}`);
  }
}
