import { newPerson } from './support/people'
import { demoTest as test, expect } from './support/server'

/** How many sheets a printout has. */
const sheetsOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('on paper a ledger of a year fits two sheets, and a task names every unit that the screen folds away', async ({
  browser,
  server,
}) => {
  const { page } = await newPerson(browser, server.url, 'fang@lanxi.example')
  await page.goto('/')
  await page.getByRole('button', { name: /方建国/ }).click()
  await page.waitForURL(/dashboard/)
  await page.goto('/tasks')
  await expect(page.getByText('县政府各部门（23 个）').first()).toBeVisible()
  expect(sheetsOf(await page.pdf({ format: 'A4', preferCSSPageSize: true }))).toBeLessThanOrEqual(2)

  await page.getByRole('button', { name: /提高解读质量/ }).click()
  await page.getByRole('link', { name: '打开任务页' }).click()
  await expect(page.getByRole('button', { name: '展开全部 23 个单位' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  const rows = page.getByRole('region', { name: /的节点/ }).getByRole('listitem')
  await expect(rows.filter({ visible: true })).toHaveCount(23)
  await page.context().close()
})
