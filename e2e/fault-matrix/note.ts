// Notes what a row came to, for the table at the end.
import type { TestInfo } from '@playwright/test';
import * as v from 'valibot';
import type { Popup } from '../support/popup.ts';

export const NOTE = 'fault-matrix';

export const Noted = v.object({
  name: v.string(),
  path: v.string(),
  heading: v.string(),
  said: v.string(),
  groups: v.number(),
  asked: v.number(),
});
export type Noted = v.InferOutput<typeof Noted>;

interface Came {
  readonly name: string;
  readonly path: string;
  readonly said: Popup;
  readonly groups: number;
  readonly asked: number;
}

export async function note(info: TestInfo, { name, path, said, groups, asked }: Came): Promise<void> {
  const heading = await said.page.getByRole('heading', { level: 1 }).innerText();
  const [first = ''] = await said.page.locator('.result-summary p').allInnerTexts();
  const noted: Noted = { name, path, heading, said: first, groups, asked };
  info.annotations.push({ type: NOTE, description: JSON.stringify(noted) });
}
