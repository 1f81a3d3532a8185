import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { browserLaunch, type BrowserLaunch } from './browser'
import { libraryTrouble } from './missing-libraries'

/** What of a failed start is worth a line: the browser's own first words, else what Playwright says. */
export function startReason(message: string): string {
  const own = /\[err\] (?:\[[^\]]*\] ?)?(.+)/.exec(message)?.[1]
  return (own ?? message.split('\n', 1)[0] ?? message).trim()
}

/** Asks the loader for every library of the browser at once; starting it would name the first missing one alone. */
function askLoader({ executablePath, env = process.env }: BrowserLaunch): string | undefined {
  if (process.platform !== 'linux' || executablePath === undefined) return undefined
  const { stdout, stderr } = spawnSync(executablePath, ['--version'], {
    env: { ...env, LD_TRACE_LOADED_OBJECTS: '1' },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return libraryTrouble(`${stdout}\n${stderr}`)
}

/** Opens two windows of two people, as the journeys do, and looks whether text can be seen in them. */
async function tryWindows(launch: BrowserLaunch): Promise<string | undefined> {
  const browser = await chromium.launch({ ...launch, timeout: 60_000 })
  try {
    for (const person of ['甲', '乙']) {
      const page = await (await browser.newContext()).newPage()
      await page.setContent(`<span>${person}</span>`)
      if (!(await page.getByText(person).isVisible())) return 'it draws no text: no font was found'
    }
    return undefined
  } finally {
    await browser.close()
  }
}

async function reason(): Promise<string | undefined> {
  try {
    const launch = await browserLaunch()
    return askLoader(launch) ?? (await tryWindows(launch))
  } catch (error) {
    return startReason(error instanceof Error ? error.message : String(error))
  }
}

/**
 * Why the journeys cannot run on this machine, in one line for whoever has to do something about it, or nothing when
 * they can. It is asked before any test, so that a missing library is not found minutes later under twenty failures.
 */
export async function browserTrouble(): Promise<string | undefined> {
  const why = await reason()
  if (why === undefined) return undefined
  return `The browser for the journeys cannot run here: ${why} (Another one can be named: CHROMIUM_PATH=/usr/bin/chromium npm test)`
}
