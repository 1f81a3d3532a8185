import type { Locator, Page } from '@playwright/test'
import { journeyPlanText, journeyUnits, threeYearPlanText } from './support/journey-plan'
import { accept, invite, newPerson, setUp, type Person } from './support/people'
import { expect, test } from './support/server'

/**
 * The main job end to end, by three people in three browsers: set up → invite → import → issue → report with a real
 * file → return → resubmit → approve → the leader's number has changed.
 */
test.describe.configure({ mode: 'serial' })

let lead: Person
let reporter: Person
let leader: Person

test.beforeAll(async ({ browser, server }) => {
  lead = await newPerson(browser, server.url, 'lead@qingchuan.example')
  reporter = await newPerson(browser, server.url, 'jiaoyu@qingchuan.example')
  leader = await newPerson(browser, server.url, 'leader@qingchuan.example', { width: 390, height: 844 })
})

test.afterAll(async () => {
  for (const person of [lead, reporter, leader]) await person.page.context().close()
})

async function importPlan(page: Page, fileName: string, text: string): Promise<void> {
  await page.goto('/plans/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '导入并核对' }).click()
  await expect(page.getByRole('heading', { name: /^核对：/ })).toBeVisible()
}

test('the first person sets the product up with the printed code, once', async ({ server, browser }) => {
  await setUp(lead, server.setupCode, '王芳')
  const stranger = await newPerson(browser, server.url, 'stranger@qingchuan.example')
  await stranger.page.goto('/set-up')
  await stranger.page.getByLabel('设置码').fill(server.setupCode)
  await stranger.page.getByRole('button', { name: '下一步' }).click()
  await expect(stranger.page.getByText('不能用这个码注册')).toBeVisible()
  await stranger.page.goto('/dashboard')
  await expect(stranger.page).toHaveURL(/sign-in/)
  await stranger.page.context().close()
})

test('an annual report is told apart and refused', async () => {
  const { page } = lead
  await page.goto('/plans/import')
  const text = `青川县教育局2025年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。2025年主动公开政府信息132条。\n二、主动公开政府信息情况\n第二十条第（一）项 本年制发件数 现行有效件数\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '县教育局2025年度报告.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
  await expect(page.getByRole('alert').filter({ hasText: '没有导入' })).toContainText('年度报告')
})

test('a plan document becomes tasks, and its names become units', async () => {
  const { page } = lead
  await importPlan(page, '青川县2026年政务公开工作要点.txt', journeyPlanText)
  await page.getByRole('tab', { name: /单位名称/ }).click()
  await page.getByRole('button', { name: `采用全部有把握的（${journeyUnits.length}）` }).click()
  await expect(page.getByText(`全部 ${journeyUnits.length} 个名称都已对应`)).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: '下达计划' }).click()
  await page.getByRole('button', { name: '确认下达' }).click()
  await expect(page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)
  for (const title of ['公开招生政策', '公开惠企政策', '清理规范性文件'])
    await expect(page.getByText(title).first()).toBeVisible()
})

test('a department and a leader accept their invitations', async () => {
  const forReporter = await invite(lead.page, '责任单位', '县教育局')
  const forLeader = await invite(lead.page, '领导')
  await accept(reporter, forReporter, '沈雨')
  await accept(leader, forLeader, '方建国')
  await expect(leader.page).toHaveURL(/dashboard/)
  await expect(reporter.page).toHaveURL(/my-tasks/)
})

/** A figure of the overview, by its name and its number. */
function figure(name: string, count: number): Locator {
  return leader.page
    .getByRole('list', { name: '各类任务数' })
    .getByRole('link', { name: `${name} ${count} 项`, exact: true })
}

test('the leader sees that nothing is complete yet', async () => {
  await leader.page.goto('/dashboard')
  await expect(figure('全部任务', 3)).toBeVisible()
  await expect(figure('办结', 0)).toBeVisible()
})

test('the department reports; the lead office returns it with a reason', async () => {
  await reporter.page.goto('/my-tasks')
  await expect(reporter.page.getByRole('link', { name: '填报 公开招生政策' })).toBeVisible()
  await expect(reporter.page.getByText('公开惠企政策')).toHaveCount(0)
  await reporter.page.getByRole('link', { name: '填报 公开招生政策' }).click()
  await reporter.page.getByRole('spinbutton', { name: '进度（%）' }).fill('60')
  await reporter.page.getByLabel('已完成').fill('招生范围和流程已在网站公布。')
  await reporter.page.getByRole('button', { name: '报送' }).click()
  await expect(reporter.page.getByText('待审核').first()).toBeVisible()

  const { page } = lead
  await page.goto('/queue')
  await page.getByText('公开招生政策').first().click()
  await page.getByRole('button', { name: '退回' }).click()
  await page.getByLabel('退回理由').fill('请附网站页面，并写明问答汇编的进度。')
  await page.getByRole('button', { name: '确认退回' }).click()
  await expect(page.getByText('已退回').first()).toBeVisible()
})

test('the department mends it with a file, completes it, and the lead office approves', async () => {
  await reporter.page.goto('/my-tasks')
  await expect(reporter.page.getByText('请附网站页面，并写明问答汇编的进度。')).toBeVisible()
  await reporter.page.getByRole('link', { name: '填报 公开招生政策' }).click()
  await expect(reporter.page.getByLabel('已完成')).toHaveValue('招生范围和流程已在网站公布。')
  await reporter.page.getByRole('spinbutton', { name: '进度（%）' }).fill('100')
  await reporter.page.getByRole('button', { name: '报送' }).click()
  await expect(
    reporter.page
      .getByText(/佐证材料/)
      .filter({ hasText: /至少一件|须/ })
      .first(),
  ).toBeVisible()
  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  await reporter.page
    .locator('input[type=file]:not([accept*="image/*"])')
    .last()
    .setInputFiles({ name: '家长问答汇编（定稿）.pdf', mimeType: 'application/pdf', buffer: pdf })
  await expect(reporter.page.getByRole('list', { name: '已添加的佐证材料' })).toContainText('家长问答汇编（定稿）')
  await reporter.page.getByRole('button', { name: '报送' }).click()
  await reporter.page.getByRole('dialog').getByRole('button', { name: '报送' }).click()
  await expect(reporter.page.getByText('待审核').first()).toBeVisible()

  const { page } = lead
  await page.goto('/queue')
  await page.getByText('公开招生政策').first().click()
  await expect(page.getByText('家长问答汇编（定稿）').first()).toBeVisible()
  await expect(page.getByText('与提交时一致')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '家长问答汇编（定稿）', exact: true }).click()
  expect((await download).suggestedFilename()).toBe('家长问答汇编（定稿）.pdf')
  await page.getByRole('radio', { name: '认可', exact: true }).check()
  await page.getByRole('button', { name: '通过', exact: true }).click()
  await expect(page.getByText('已通过').first()).toBeVisible()
})

test('the leader sees the number change, and drills from it to the source clause', async () => {
  const { page } = leader
  await page.goto('/dashboard')
  await expect(figure('全部任务', 3)).toBeVisible()
  await figure('办结', 1).click()
  await expect(page).toHaveURL(/\/tasks\?.*signal=complete/)
  await page.getByText('公开招生政策').first().click()
  await expect(page.getByText('家长问答汇编').first()).toBeVisible()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, 'no sideways scrolling on a phone').toBeLessThanOrEqual(390)
})

test('a cell of the year matrix opens the task at that milestone, with its own clause', async () => {
  const year = new Date().getFullYear()
  await importPlan(lead.page, '青川县政务公开三年行动计划.txt', threeYearPlanText(year))
  await lead.page.getByRole('button', { name: '下达计划' }).click()
  await lead.page.getByRole('button', { name: '确认下达' }).click()
  await expect(lead.page).toHaveURL(/\/plans\/[0-9a-f-]{36}$/)

  const { page } = leader
  await page.goto('/dashboard')
  await expect(figure('全部任务', 5)).toBeVisible()
  await page.getByRole('link', { name: new RegExp(`建立现行有效政策文件库，${year + 1}-12-31 到期`) }).click()
  await expect(page).toHaveURL(/\/tasks\/[0-9a-f-]{36}#[0-9a-f-]{36}$/)
  const milestone = page.getByRole('region', { name: `${year + 1}-12-31 的节点` })
  await expect(milestone).toContainText('所选节点')
  await expect(milestone).toContainText('文件库上线运行')
  await expect(milestone).not.toContainText('历史文件梳理')
})

test('what was approved survives a crash of the server', async ({ server }) => {
  await server.crashAndRestart()
  await lead.page.goto('/tasks?signal=complete')
  await expect(lead.page.getByText('公开招生政策').first()).toBeVisible()
})
