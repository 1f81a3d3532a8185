import type { Locator } from '@playwright/test'
import { firstPlan, firstPlanText } from './support/first-plan'
import { newPerson, setUp } from './support/people'
import { expect, test } from './support/server'

/** From the first page of all, with set-up, to 下达, of a document whose units nobody knows yet. */
const MOST_CLICKS = 10

/**
 * What a new office goes through in its first hour, click by click and without a detour: it sets the product up, hands in
 * its first plan, says who everybody is, and issues.
 */
test('a newcomer issues a plan of twenty tasks with unknown units and streets', async ({ browser, server }) => {
  const { page } = await newPerson(browser, server.url, 'first@linchuan.example')
  const clicks: string[] = []
  const click = async (what: string, target: Locator) => {
    await target.click()
    clicks.push(what)
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name })

  await setUp({ page, email: 'first@linchuan.example' }, server.setupCode, '李明', click)
  // The first of the steps that 待办 names.
  const steps = page.getByRole('region', { name: '开始使用' })
  await click('导入计划文件', steps.getByRole('link', { name: '导入计划文件' }))
  // Choosing the file is one click on the place for it; the rest happens in the window of the operating system.
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    click('选择文件', page.getByText('把计划文件拖到这里，或点击选择')),
  ])
  await chooser.setFiles({ name: '工作要点.txt', mimeType: 'text/plain', buffer: Buffer.from(firstPlanText) })
  await expect(page.getByText(`${firstPlan.tasks} 项任务`, { exact: false })).toBeVisible()
  await click('导入并核对', button('导入并核对'))

  // The desk opens at the names, since nobody in the plan is known; what will be made is said before it is made.
  await expect(page.getByText(`新建 ${firstPlan.departments} 个单位；「各街镇」要填写成员`)).toBeVisible()
  await expect(page.getByRole('row', { name: /区委宣传部〈区新闻办〉/ })).toContainText('区新闻办')
  await click('采用全部', button(`采用全部有把握的（${firstPlan.departments}）`))
  const dialog = page.getByRole('dialog', { name: '「各街镇」指哪些单位？' })
  // The words can be pasted at once: the field has the focus.
  await expect(dialog.getByRole('textbox', { name: /成员名称/ })).toBeFocused()
  await page.keyboard.insertText(firstPlan.streets)
  await expect(dialog.getByText('新建 2 个街道：城东街道、城西街道')).toBeVisible()
  await expect(dialog.getByText('新建 3 个乡镇：河口镇、石桥镇、南坪镇')).toBeVisible()
  await click('建单位组', dialog.getByRole('button', { name: '建单位组（5 个成员）' }))
  await expect(page.getByText(`全部 ${firstPlan.departments + 1} 个名称都已对应。`)).toBeVisible()

  await expect(page.getByRole('button', { name: '下载原件「工作要点.txt」' })).toBeVisible()
  await click('下达计划', button('下达计划'))
  const issue = page.getByRole('dialog', { name: '下达这份计划？' })
  await expect(issue.getByText(/区政府办（区大数据局）即区政府办/)).toBeVisible()
  await expect(issue.getByText(/各街镇（5 个）：/)).toBeVisible()
  await click('确认下达', issue.getByRole('button', { name: '确认下达' }))
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
  await expect(page.getByText('公开招生政策').first()).toBeVisible()

  // The original is there to be read, as it was handed in.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载原件「工作要点.txt」' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('工作要点.txt')

  console.log(`${clicks.length} clicks from the first page to 下达: ${clicks.join(' → ')}`)
  expect(clicks.length).toBeLessThanOrEqual(MOST_CLICKS)
  await page.context().close()
})
