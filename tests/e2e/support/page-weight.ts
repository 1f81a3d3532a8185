import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { journeyPlanText } from './journey-plan'
import { signIn } from './people'

/** What opening one page for the first time costs. */
export interface PageWeight {
  readonly page: string
  /** kB (1,000 bytes) over the wire for the page itself, headers included, as packed as the server packs it. */
  readonly kilobytes: number
  readonly files: number
  /** How many times the browser had to hear before it could ask on; each costs a round trip. */
  readonly waves: number
  /** Requests to the API until the page stood still. */
  readonly apiRequests: number
  /** Of these, what was asked for twice in the same words: read first for another page than this, or read again. */
  readonly askedTwice: readonly string[]
}

interface Asked {
  readonly url: string
  readonly body: string
  readonly startedAt: number
  endedAt: number
  bytes: number
}

/** The page, the entry beside the core, the page's own code beside the configuration; a fourth for what is asked for late. */
export const MOST_WAVES = 4

/** A browser on a line so slow to answer that waves can be told apart. */
const ANSWER_AFTER_MS = 200
/** An office's old PC: answers arrive before the page they are for, and whatever asks twice then does so here too. */
const TIMES_SLOWER = 4
const API = /\/(?:rest|auth|storage)\/v1\//
const DEMO_PASSWORD = 'lanxi-demo-2026'
const DEMO_PEOPLE = { lead: 'zhou@lanxi.example', department: 'jiaoyu@lanxi.example', leadership: 'fang@lanxi.example' }

/** Opens pages of the demo county as first-time visitors do, each with an empty cache, and weighs them. */
export async function weighPages(browser: Browser, url: string): Promise<PageWeight[]> {
  const stranger = await browser.newContext({ baseURL: url })
  const lead = await signedIn(browser, url, DEMO_PEOPLE.lead)
  const department = await signedIn(browser, url, DEMO_PEOPLE.department)
  const leadership = await signedIn(browser, url, DEMO_PEOPLE.leadership)
  const weights = [
    await weigh(stranger, '登录', '/sign-in'),
    await weigh(department, '我的任务', '/my-tasks'),
    await weigh(leadership, '总览', '/dashboard'),
    await weigh(leadership, '任务', '/tasks'),
    await weigh(lead, '待办', '/queue'),
    await weigh(lead, '计划', '/plans'),
    await weigh(lead, '单位', '/units'),
    await weigh(lead, '账号', '/accounts'),
    await weigh(lead, '任务详情', await firstTask(lead)),
    await weigh(department, '填报', await firstReport(department)),
    await weigh(lead, '核对', await newDraft(lead)),
  ]
  for (const context of [stranger, lead, department, leadership]) await context.close()
  return weights
}

async function signedIn(browser: Browser, url: string, email: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await signIn(page, email, DEMO_PASSWORD)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await page.close()
  return context
}

async function linkOn(context: BrowserContext, path: string, link: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(path)
  const href = await page.locator(`a[href^="${link}"]`).first().getAttribute('href')
  await page.close()
  return href ?? path
}

const firstTask = (context: BrowserContext) => linkOn(context, '/dashboard', '/tasks/')
const firstReport = (context: BrowserContext) => linkOn(context, '/my-tasks', '/obligations/')

async function newDraft(context: BrowserContext): Promise<string> {
  const page = await context.newPage()
  await page.goto('/plans/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '要点.txt', mimeType: 'text/plain', buffer: Buffer.from(journeyPlanText) })
  await page.getByRole('button', { name: '导入并核对' }).click()
  await expect(page.getByRole('heading', { name: /^核对：/ })).toBeVisible()
  const { pathname } = new URL(page.url())
  await page.close()
  return pathname
}

/** On a busy machine what is asked for in one go may be asked for late, which only ever adds waves: then once more. */
async function weigh(context: BrowserContext, name: string, path: string): Promise<PageWeight> {
  const first = await weighOnce(context, name, path)
  if (first.waves <= MOST_WAVES) return first
  const second = await weighOnce(context, name, path)
  return second.waves < first.waves ? second : first
}

async function weighOnce(context: BrowserContext, name: string, path: string): Promise<PageWeight> {
  const page = await context.newPage()
  const asked = await watchRequests(page)
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.close()
  const files = [...asked.values()].filter((each) => each.url.startsWith('http') && !API.test(each.url))
  const requests = [...asked.values()].filter(({ url }) => API.test(url)).map(({ url, body }) => `${url} ${body}`)
  return {
    page: name,
    kilobytes: files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000,
    files: files.length,
    waves: countWaves(files),
    apiRequests: requests.length,
    askedTwice: requests.filter((one, index) => requests.indexOf(one) !== index),
  }
}

async function watchRequests(page: Page): Promise<Map<string, Asked>> {
  const asked = new Map<string, Asked>()
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.setCacheDisabled', { cacheDisabled: true })
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ANSWER_AFTER_MS,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await network.send('Emulation.setCPUThrottlingRate', { rate: TIMES_SLOWER })
  network.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) =>
    asked.set(requestId, {
      url: request.url,
      body: `${request.method} ${request.postData ?? ''}`,
      startedAt: timestamp,
      endedAt: Number.POSITIVE_INFINITY,
      bytes: 0,
    }),
  )
  network.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = asked.get(requestId)
    if (one !== undefined) Object.assign(one, { endedAt: timestamp, bytes: encodedDataLength })
  })
  return asked
}

/** A wave is what was asked for before the first answer to any of it was whole. */
export function countWaves(asked: readonly Pick<Asked, 'startedAt' | 'endedAt'>[]): number {
  let waves = 0
  let firstAnswer = Number.NEGATIVE_INFINITY
  for (const { startedAt, endedAt } of [...asked].sort((a, b) => a.startedAt - b.startedAt)) {
    if (startedAt >= firstAnswer) {
      waves += 1
      firstAnswer = endedAt
    } else firstAnswer = Math.min(firstAnswer, endedAt)
  }
  return waves
}

/** The weights as a table of plain text. */
export function weightTable(weights: readonly PageWeight[]): string {
  const rows = weights.map(({ page, kilobytes, files, waves, apiRequests }) =>
    [kilobytes.toFixed(1), files, waves, apiRequests]
      .map((figure) => String(figure).padStart(8))
      .join('')
      .concat(`  ${page}`),
  )
  return [
    ['kB', 'files', 'waves', 'API']
      .map((head) => head.padStart(8))
      .join('')
      .concat('  page'),
    ...rows,
  ].join('\n')
}
