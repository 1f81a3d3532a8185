import type { Page } from '@playwright/test'
import { newPerson } from './support/people'
import { demoTest as test, expect } from './support/server'
import { smallTargets } from './support/small-targets'

const PHONE = { width: 390, height: 844 }

/** Reads each page as a finger finds it. */
async function expectRoomForFingers(page: Page, addresses: readonly string[]) {
  for (const address of addresses) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    expect(await smallTargets(page), address).toEqual([])
    await expect(page.getByRole('button', { name: '打印' }), address).toHaveCount(0)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, `${address} does not scroll sideways`).toBeLessThanOrEqual(PHONE.width)
  }
}

const firstLink = async (page: Page, pattern: string) =>
  (await page.locator(`a[href*="${pattern}"]`).first().getAttribute('href')) ?? ''

test('on a phone everything that can be pressed is as large as a finger, and nobody is offered a printer', async ({
  browser,
  server,
}) => {
  const { page: lead } = await newPerson(browser, server.url, 'zhou@lanxi.example')
  await lead.setViewportSize(PHONE)
  await lead.goto('/')
  await lead.getByRole('button', { name: /周敏/ }).click()
  await lead.waitForURL(/queue|dashboard/)
  await expectRoomForFingers(lead, ['/dashboard', '/tasks', '/plans', '/units', '/accounts', '/queue'])
  await lead.getByRole('list', { name: '待审核的反馈' }).getByRole('button').first().click()
  await lead.waitForURL(/review/)
  await expectRoomForFingers(lead, [lead.url()])
  await lead.goto('/dashboard')
  await expectRoomForFingers(lead, [await firstLink(lead, '/tasks/'), await firstLink(lead, '/units/')])
  await lead.context().close()

  const { page: department } = await newPerson(browser, server.url, 'jiaoyu@lanxi.example')
  await department.setViewportSize(PHONE)
  await department.goto('/')
  await department.getByRole('button', { name: /沈雨/ }).click()
  await department.waitForURL(/my-tasks/)
  await expectRoomForFingers(department, ['/my-tasks'])
  await expectRoomForFingers(department, [await firstLink(department, '/obligations/')])
  await department.context().close()
})

test('on a phone filters stand behind one button, which says how many are set', async ({ browser, server }) => {
  const { page } = await newPerson(browser, server.url, 'fang@lanxi.example')
  await page.setViewportSize(PHONE)
  await page.goto('/')
  await page.getByRole('button', { name: /方建国/ }).click()
  await page.waitForURL(/dashboard/)
  await page.goto('/tasks')
  await expect(page.getByLabel('红黄绿灯')).toBeHidden()
  await page.getByRole('button', { name: '筛选', exact: true }).click()
  await page.getByLabel('红黄绿灯').selectOption('red')
  await expect(page.getByRole('button', { name: '筛选（已选 1 项）' })).toBeVisible()
  await page.context().close()
})
