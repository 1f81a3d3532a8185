import type { Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import { newPerson, signIn, type Person } from './support/people'
import { demoTest as test, expect } from './support/server'

/** Every kind of file that offices send, written by LibreOffice; corrected by a clerk; remembered at the next import. */
test.describe.configure({ mode: 'serial' })

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/round-trip/${name}`, import.meta.url))
const TITLES = ['公开年度重大项目', '公开学区划分', '公开医保政策', '清理规范性文件', '开展业务培训']

let clerk: Person

test.beforeAll(async ({ browser, server }) => {
  clerk = await newPerson(browser, server.url, 'zhou@lanxi.example')
  await signIn(clerk.page, clerk.email, 'lanxi-demo-2026')
  await expect(clerk.page).toHaveURL(/queue/)
})

test.afterAll(() => clerk.page.context().close())

async function openCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: '导入并核对' }).click()
  await expect(page.getByRole('heading', { name: /^核对：/ })).toBeVisible()
  for (const title of TITLES) await expect(page.getByRole('button', { name: new RegExp(title) }).first()).toBeVisible()
}

async function importFile(page: Page, name: string): Promise<void> {
  await page.goto('/plans/import')
  await page.locator('input[type=file]').setInputFiles(fixture(name))
  await openCheck(page)
}

async function discard(page: Page): Promise<void> {
  await page.getByRole('button', { name: '删除草稿' }).click()
  const confirm = page.getByRole('dialog').getByRole('button', { name: /删除/ })
  // A dialog that is still growing may move its button away from under the pointer: then it is clicked once more.
  await expect(async () => {
    if (await confirm.isVisible()) await confirm.click({ timeout: 5_000 })
    await expect(page).toHaveURL(/\/plans$/, { timeout: 10_000 })
  }).toPass({ timeout: 60_000 })
}

for (const name of ['plan-gb18030.txt', 'plan.docx', 'plan.pdf', 'table.xlsx']) {
  test(`${name} becomes five tasks`, async () => {
    await importFile(clerk.page, name)
    await discard(clerk.page)
  })
}

test('a table pasted from a page becomes five tasks', async () => {
  const { page } = clerk
  const html = await readFile(fixture('table.html'), 'utf8')
  await page.goto('/plans/import')
  await page.getByLabel(/或粘贴正文/).evaluate((box, markup) => {
    const data = new DataTransfer()
    data.setData('text/html', markup)
    data.setData('text/plain', '任务分解表')
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
  await page.getByRole('button', { name: '识别正文' }).click()
  await openCheck(page)
  await discard(page)
})

test('the clerk corrects a title, a unit and a name; all of it survives a reload', async () => {
  const { page } = clerk
  await importFile(page, 'plan.docx')
  await page
    .getByRole('button', { name: /公开学区划分/ })
    .first()
    .click()
  await page.getByLabel('标题').fill('公开学区划分和招生流程')
  await page.getByRole('combobox', { name: '新增单位的名称' }).fill('县公安局')
  await page.getByRole('button', { name: '添加单位' }).click()
  await expect(page.getByRole('button', { name: '移除县公安局' })).toBeVisible()
  await page.getByRole('tab', { name: /单位名称/ }).click()
  await expect(page.getByText(/已保存/).first()).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: /^任务/ }).click()
  await expect(page.getByRole('button', { name: /公开学区划分和招生流程/ }).first()).toBeVisible()
  await discard(page)
})

test('a name that the clerk explains once is known at the next import', async () => {
  const { page } = clerk
  const text = await readFile(fixture('plan.txt'), 'utf8')
  const strange = Buffer.from(text.replaceAll('县府办', '县公开科'))
  const take = async () => {
    await page.goto('/plans/import')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '清溪县工作要点.txt', mimeType: 'text/plain', buffer: strange })
    await openCheck(page)
    await page.getByRole('tab', { name: /单位名称/ }).click()
  }
  await take()
  await expect(page.getByRole('table', { name: '单位名称' })).toContainText('县公开科')
  await page.getByRole('button', { name: '「县公开科」的其他处理' }).click()
  await page.getByRole('menuitem', { name: '对应到已有单位' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').fill('县政府办公室')
  await page.locator('.ant-select-item-option', { hasText: '县政府办公室' }).first().click()
  await dialog.getByRole('button', { name: '对应', exact: true }).click()
  await expect(page.getByRole('group', { name: '「县公开科」的处理' })).toHaveCount(0)
  await discard(page)
  await take()
  await expect(page.getByText('县公开科').first()).toBeVisible()
  await expect(page.getByRole('group', { name: '「县公开科」的处理' })).toHaveCount(0)
})
