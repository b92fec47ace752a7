// Where the page's own way cannot be reached, WeChat is asked directly, and the person is told so.
import { expect, test } from './support/fixtures.ts';

for (const [page, missing] of [
  ['no-angular', 'no-angular'],
  ['no-factory', 'no-factory'],
  ['factory-renamed', 'no-factory'],
] as const) {
  test.describe(`a page of the kind ${page}`, () => {
    test.use({ webOptions: { scenario: { page } } });

    test('still makes the group, once, and names what is missing', async ({ web, openWeChat, openPopup }) => {
      await openWeChat();
      const popup = await openPopup();
      const people = [web.backend.person(2), web.backend.person(5), web.backend.person(7)];
      for (const person of people) await popup.pick(person.plainName);
      await expect(popup.page.getByText(`(${missing})`)).toBeVisible();
      await popup.createButton.click();

      await expect(popup.heading('Group created')).toBeVisible();
      await expect(popup.page.getByText(/Asked of WeChat directly/)).toContainText(missing);
      expect(web.backend.groups.map((group) => group.members)).toEqual([
        people.map(({ userName }) => userName),
      ]);
      expect(web.backend.requestsTo('webwxcreatechatroom')).toHaveLength(1);
      expect(web.backend.violations).toEqual([]);
    });
  });
}

test.describe('a page without its contact service', () => {
  test.use({ webOptions: { scenario: { page: 'no-contact-factory' } } });

  test('still lists the contacts', async ({ web, openWeChat, openPopup }) => {
    await openWeChat();
    const popup = await openPopup();
    await expect(popup.options.first()).toHaveAttribute('aria-setsize', String(web.backend.people.length));
    await expect(popup.page.getByText('(no-contact-factory)')).toBeVisible();
  });
});

test.describe('a page without any way to the session', () => {
  test.use({ webOptions: { scenario: { page: 'no-angular' } } });

  test('says which key is missing', async ({ openWeChat, openPopup }) => {
    const page = await openWeChat();
    await page.evaluate(() => {
      for (const image of document.querySelectorAll('img')) image.remove();
    });
    const popup = await openPopup();
    await expect(popup.heading('Log in to WeChat Web')).toBeVisible();
    await expect(popup.page.getByText('(no-session-key)')).toBeVisible();
  });
});
