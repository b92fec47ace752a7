// The popup as a page object: what a person sees in it and does with it.
import { expect, type Locator, type Page } from '@playwright/test';

export class Popup {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search contacts' });
  }

  get contacts(): Locator {
    return this.page.getByRole('listbox', { name: 'Contacts' });
  }

  get options(): Locator {
    return this.contacts.getByRole('option');
  }

  get selected(): Locator {
    return this.page.getByRole('list', { name: 'Selected' }).getByRole('listitem');
  }

  get createButton(): Locator {
    return this.page.getByRole('button', { name: 'Create group' });
  }

  get groupName(): Locator {
    return this.page.getByRole('textbox', { name: 'Group name' });
  }

  get greeting(): Locator {
    return this.page.getByRole('textbox', { name: 'First message' });
  }

  /** Opens the field where it is closed, and types into it. */
  async writeGreeting(text: string): Promise<void> {
    if (!(await this.greeting.isVisible())) await this.button('First message').click();
    await this.greeting.fill(text);
  }

  /** The step of a job by what it is called: its item says how it stands. */
  step(name: string): Locator {
    return this.page.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: name });
  }

  get members(): Locator {
    return this.page.getByRole('list', { name: 'Members' }).getByRole('listitem');
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Lets the popup's clock run ahead, in steps between which it acts, until something is seen. */
  async passTimeUntil(seen: Locator): Promise<void> {
    await expect(async () => {
      await this.page.clock.fastForward(10_000);
      await expect(seen).toBeVisible({ timeout: 150 });
    }).toPass({ intervals: [50], timeout: 30_000 });
  }

  /** The row whose name begins with this text. */
  option(name: string): Locator {
    return this.options.filter({ has: this.page.getByText(name, { exact: true }) }).first();
  }

  /** Finds somebody by name, picks them, and leaves the search empty. */
  async pick(name: string): Promise<void> {
    await this.search.fill(name);
    await this.option(name).click();
    await this.search.fill('');
  }
}
