import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { newPerson, signIn, type Person } from './support/people'
import { demoTest as test, expect } from './support/server'

/** Real documents through the browser, where a checkout has them beside it: their plans, counted; annual reports, refused. */
const FOLDER = join('..', 'shared', 'corpus', 'seeds')

test.skip(!existsSync(FOLDER), 'real documents are not beside this checkout')

let clerk: Person

test.beforeAll(async ({ browser, server }) => {
  clerk = await newPerson(browser, server.url, 'zhou@lanxi.example')
  await signIn(clerk.page, clerk.email, 'lanxi-demo-2026')
  await expect(clerk.page).toHaveURL(/queue/)
})

const EXPECTED: readonly { file: string; plans: readonly string[] }[] = [
  { file: '000', plans: ['5 个章节，15 项任务'] },
  { file: '001', plans: ['21 项任务', '24 项任务'] },
  { file: '003', plans: ['20 项任务'] },
  { file: '002', plans: [] },
  { file: '004', plans: [] },
]

for (const { file, plans } of EXPECTED) {
  test(`document ${file} holds ${plans.length === 0 ? 'no plan and is refused' : plans.join(' and ')}`, async () => {
    const name = (await readdir(FOLDER)).find((each) => each.startsWith(file)) ?? ''
    const { page } = clerk
    await page.goto('/plans/import')
    await page.locator('input[type=file]').setInputFiles(join(FOLDER, name))
    if (plans.length === 0)
      await expect(page.getByRole('alert').filter({ hasText: '没有导入' })).toContainText('年度报告')
    for (const words of plans) await expect(page.getByText(words).first()).toBeVisible()
  })
}
