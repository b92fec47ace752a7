// The main job on the stand-in, as a person does it: the toolbar button, three people, a name, a message, one press, the chat.
import { rmSync } from 'node:fs';
import { expect as baseExpect, type Page } from '@playwright/test';
import { Narration } from './demo/narration.ts';
import { DEBUGGING_PORT, findRealPopup, openRealPopup, SCREEN } from './demo/real-popup.ts';
import { judge } from './demo/verdict.ts';
import { type ChromiumBrowser, launchChromium } from './support/chromium.ts';
import { Popup } from './support/popup.ts';
import type { SessionPerson } from './wechat-web/backend.ts';
import { startWeChatWeb, type WeChatWeb } from './wechat-web/server.ts';

const CONTACTS = 200;
const NAME = 'Friday hike 🥾';
const MESSAGE = 'Hi all! Friday at nine?';
const expect = baseExpect.configure({ timeout: 15_000 });
const LOOKS = { language: 'en', colorScheme: 'light' } as const;

/** Tells every step and the result. Gives what is wrong with it: nothing when all went well. */
export async function runDemo(): Promise<readonly string[]> {
  const narration = await Narration.begin();
  const web = await startWeChatWeb({ contacts: CONTACTS });
  narration.step(`A stand-in for WeChat Web runs, with ${CONTACTS} contacts.`);
  const moreArgs = [DEBUGGING_PORT, SCREEN];
  const browser = await launchChromium({ port: web.port, ...LOOKS, moreArgs });
  try {
    const chosen = await makeGroup(web, browser, narration);
    const { facts, problems } = judge(web.backend, { people: chosen, name: NAME, message: MESSAGE });
    console.log('\nWhat the stand-in holds now:');
    for (const fact of facts) console.log(`  ${fact}`);
    return problems;
  } finally {
    narration.listPictures();
    await browser.close();
    await web.close();
  }
}

/** The demo's people: one found by name, one by pinyin, one taken from the list. */
async function makeGroup(
  { backend }: WeChatWeb,
  browser: ChromiumBrowser,
  narration: Narration,
): Promise<readonly SessionPerson[]> {
  const [byName, byPinyin, fromList] = [
    backend.findByTrait('plain'),
    backend.findByTrait('compound-surname'),
    backend.findByTrait('starred'),
  ];
  const weChat = await openWeChat(browser);
  narration.step(`Chromium runs with the extension, and shows WeChat Web of ${backend.book.self.plainName}.`);
  await narration.picture(weChat, 'wechat-web');

  await openRealPopup(browser, weChat);
  const page = await findRealPopup(browser);
  const popup = new Popup(page);
  await expect(popup.options.first()).toHaveAttribute('aria-setsize', String(CONTACTS));
  await expect(popup.heading('Loading contacts')).toBeHidden();
  narration.step(`The toolbar button opens the popup: it lists all ${CONTACTS} contacts.`);
  await narration.picture(page, 'popup');

  await popup.search.fill(byName.plainName);
  await popup.option(byName.plainName).click();
  narration.step(`Searched for “${byName.plainName}”, and picked ${byName.plainName}.`);
  const pinyin = byPinyin.nick.pyQuanPin;
  await popup.search.fill(pinyin);
  await popup.option(byPinyin.plainName).click();
  narration.step(`Searched for “${pinyin}” (pinyin), and picked ${byPinyin.plainName}.`);
  await popup.search.fill('');
  await popup.option(fromList.plainName).click();
  await expect(popup.selected).toHaveCount(3);
  narration.step(`Picked ${fromList.plainName} from the list: three people are chosen.`);
  const proposal = await popup.groupName.inputValue();
  await popup.groupName.fill(NAME);
  await popup.writeGreeting(MESSAGE);
  narration.step(`Typed “${NAME}” over the proposed name “${proposal}”, and wrote a first message.`);
  await narration.picture(page, 'named-and-greeted');

  await popup.button('Create group (3)').click();
  const result = page.getByRole('heading', { name: /^(Group|Not sure)/ });
  await expect(result).toBeVisible();
  await expect(popup.step('Read the group back')).toContainText(': done');
  const said = await result.innerText();
  narration.step(`Pressed “Create group (3)”, and the popup says “${said}”:`);
  for (const line of await page.locator('.step-words, .member-words').all()) {
    console.log(`      ${(await line.innerText()).replaceAll(/\s*\n[\s:]*/g, ': ')}`);
  }
  await narration.picture(page, 'result');
  if (said !== 'Group created') throw new Error('the popup does not say that the group was created');

  await popup.button('Open chat').click();
  const title = weChat.locator('#chatArea .title');
  await expect(title).not.toBeEmpty();
  expect(await weChat.evaluate('__standIn.opened')).toEqual(backend.groups.map((group) => group.userName));
  narration.step(`Pressed “Open chat”, and WeChat Web shows the chat “${await title.innerText()}”.`);
  await narration.picture(weChat, 'chat-opened');
  return [byName, byPinyin, fromList];
}

async function openWeChat({ context }: ChromiumBrowser): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto('https://wx.qq.com/');
  await expect(page.locator('.me h1')).not.toBeEmpty();
  await expect(page.locator('#chatList li').first()).toBeVisible();
  return page;
}

/** A visible browser with the stand-in, until it is closed or the demo is interrupted. */
export async function openForAPerson(): Promise<void> {
  const web = await startWeChatWeb({ contacts: CONTACTS });
  const browser = await launchChromium({ port: web.port, ...LOOKS, headless: false });
  // Playwright ends the process when it is interrupted.
  process.once('exit', () => rmSync(browser.profile, { recursive: true, force: true }));
  const closed = new Promise((resolve) => browser.context.once('close', resolve));
  await openRealPopup(browser, await openWeChat(browser));
  console.log(`Chromium is open, with a stand-in for WeChat Web that has ${CONTACTS} contacts.`);
  console.log(
    "Laqun's button is in the toolbar, or behind the puzzle piece. Close the window to end, or press Ctrl+C.",
  );
  await closed;
  await browser.close();
  await web.close();
}
