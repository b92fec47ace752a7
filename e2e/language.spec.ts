// The whole job in Chinese, as somebody with a Chinese browser meets it.
import { expect, test } from './support/fixtures.ts';

test.use({ language: 'zh-CN' });

test('在中文界面里建群', async ({ web, openWeChat, openPopup }) => {
  await openWeChat();
  const { page } = await openPopup();
  const create = page.getByRole('button', { name: '创建群聊' });
  await expect(page.getByText('请至少选择两个人')).toBeVisible();
  await expect(create).toBeDisabled();
  for (const index of [1, 2]) {
    const { plainName } = web.backend.person(index);
    await page.getByRole('searchbox', { name: '搜索联系人' }).fill(plainName);
    await page.getByRole('listbox', { name: '联系人' }).getByRole('option').first().click();
  }
  await expect(page.getByRole('list', { name: '已选择' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('已选 2 人')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await create.click();

  await expect(page.getByRole('heading', { name: '群聊已创建' })).toBeVisible();
  await expect(page.getByText('你和 2 人已在群里。')).toBeVisible();
  await expect(
    page
      .getByRole('list', { name: '成员' })
      .getByText('已进群', { exact: true })
      .and(page.locator('.member-fate')),
  ).toHaveCount(2);
  await expect(page.getByRole('button', { name: '打开聊天' })).toBeVisible();
  expect(web.backend.groups).toHaveLength(1);
});

test('微信的原话和原因都用中文说明', async ({ web, openWeChat, openPopup }) => {
  web.setScenario({ create: { kind: 'ret', ret: 1, errMsg: '操作太频繁，请稍后再试。' } });
  await openWeChat();
  const { page } = await openPopup();
  await page.getByRole('option').nth(0).click();
  await page.getByRole('option').nth(1).click();
  await page.getByRole('button', { name: '创建群聊 (2)' }).click();
  await expect(page.getByRole('heading', { name: '群聊未创建' })).toBeVisible();
  await expect(page.getByText(/建群过于频繁/)).toBeVisible();
  await expect(page.getByText('微信提示：“操作太频繁，请稍后再试。”')).toBeVisible();
});
