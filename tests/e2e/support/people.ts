import { expect, type Browser, type Locator, type Page } from '@playwright/test'

/** Somebody at a browser of their own. */
export interface Person {
  page: Page
  email: string
}

export const PASSWORD = 'journey-pass-2026'

/** Opens a browser window that shares nothing with the others, and refuses any connection beyond the product's own. */
export async function newPerson(
  browser: Browser,
  origin: string,
  email: string,
  viewport?: { width: number; height: number },
): Promise<Person> {
  const context = await browser.newContext({ baseURL: origin, ...(viewport === undefined ? {} : { viewport }) })
  const page = await context.newPage()
  const strangers: string[] = []
  page.on('request', (request) => {
    if (!/^(blob:|data:)/.test(request.url()) && new URL(request.url()).origin !== origin) strangers.push(request.url())
  })
  page.on('close', () => expect(strangers, 'the browser talks to the product alone').toEqual([]))
  return { page, email }
}

/** How a journey clicks; one that counts its clicks gives its own. */
export type Click = (what: string, target: Locator) => Promise<void>

const justClick: Click = (_what, target) => target.click()

async function fillSignUp(page: Page, name: string, email: string, click: Click = justClick): Promise<void> {
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(PASSWORD)
  await click('注册并登录', page.getByRole('button', { name: '注册并登录' }))
}

/** The first account, with the code that the server printed. */
export async function setUp(person: Person, code: string, name: string, click: Click = justClick): Promise<void> {
  const { page } = person
  await page.goto('/')
  await click('完成首次设置', page.getByRole('link', { name: '完成首次设置' }))
  await page.getByLabel('设置码').fill(code)
  await click('下一步', page.getByRole('button', { name: '下一步' }))
  await fillSignUp(page, name, person.email, click)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()
}

/** The lead office invites; the link comes back as it would be copied. */
export async function invite(page: Page, role: '责任单位' | '领导' | '政务公开办', unit?: string): Promise<string> {
  await page.goto('/accounts')
  await page.getByRole('button', { name: '邀请', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${role}`) }).check()
  if (unit !== undefined) {
    await dialog.getByRole('combobox', { name: '单位' }).fill(unit)
    await page.locator('.ant-select-item-option', { hasText: unit }).first().click()
    await dialog.getByText('邀请谁使用系统').click()
  }
  await dialog.getByRole('button', { name: '生成邀请链接' }).click()
  const link = dialog.getByRole('textbox', { name: /邀请链接/ })
  const url = await link.inputValue()
  await dialog.getByRole('button', { name: '完成' }).click()
  return url
}

/** A person follows an invitation and makes an account. */
export async function accept(person: Person, url: string, name: string): Promise<void> {
  await person.page.goto(url)
  await fillSignUp(person.page, name, person.email)
  await expect(person.page).not.toHaveURL(/invitation/)
  await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible()
}

export async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
