import { newPerson } from './support/people'
import { demoTest as test, expect } from './support/server'

/** The demo county as a visitor finds it: one click signs in, and each number leads to exactly what it counts. */
test('a leader signs in by one click; the number of overdue tasks is the number in its list', async ({
  browser,
  server,
}) => {
  const { page } = await newPerson(browser, server.url, 'fang@lanxi.example')
  await page.goto('/')
  await page.getByRole('button', { name: /方建国/ }).click()
  await expect(page.getByRole('heading', { name: '各项任务推进得怎么样？' })).toBeVisible()
  // What the keyboard reaches is seen, links above all: the component library takes the ring from them.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('a:focus')).toHaveCSS('outline-style', 'solid')
  const overdue = page.locator('a[href*="signal=red"]').first()
  const count = Number(/\d+/.exec((await overdue.textContent()) ?? '')?.[0])
  expect(count).toBeGreaterThan(0)
  await overdue.click()
  await expect(page.getByText(`共 ${count} 项任务`)).toBeVisible()
  await page.context().close()
})

test("a department finds its own duties, and no way to another unit's report", async ({ browser, server }) => {
  const { page } = await newPerson(browser, server.url, 'jiaoyu@lanxi.example')
  await page.goto('/')
  await page.getByRole('button', { name: /沈雨/ }).click()
  await expect(page.getByRole('heading', { name: '我单位要报什么？' })).toBeVisible()
  await page.goto('/queue')
  await expect(page.getByText('您没有打开此页的权限').first()).toBeVisible()
  await page.context().close()
})
