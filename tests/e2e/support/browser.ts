import { existsSync } from 'node:fs'
import { packagedBrowser } from './packaged-browser'

/** What Playwright needs to start a browser on this machine. */
export interface BrowserLaunch {
  executablePath?: string
  channel?: string
  env?: Record<string, string | undefined>
  args: string[]
}

/** Which browser the journeys run in. */
export type BrowserChoice =
  { kind: 'installed'; path: string } | { kind: 'channel'; channel: string } | { kind: 'packaged' }

const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Nothing of the browser's own may reach for the network: the journeys are proved on this machine alone. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
]

/**
 * The packaged browser gets none of the arguments its package proposes: they are for AWS Lambda, and with two of them
 * (one process for everything) it dies as soon as a second person opens a window. Its sandbox needs rights that
 * containers rarely give; the pages it shows are our own.
 */
export const PACKAGED_ARGUMENTS: readonly string[] = [...QUIET, '--no-sandbox']

/**
 * The browser named by CHROMIUM_PATH, else on Linux always the packaged one, whatever is installed: so everybody tests
 * with the one that a fresh machine has. On Windows it is the Edge that every Windows has, on macOS an installed one.
 */
export function chooseBrowser(
  platform: NodeJS.Platform,
  named: string | undefined,
  exists: (path: string) => boolean,
): BrowserChoice {
  if (named !== undefined && named !== '') {
    if (!exists(named)) throw new Error(`CHROMIUM_PATH names ${named}, where there is no file`)
    return { kind: 'installed', path: named }
  }
  if (platform === 'linux') return { kind: 'packaged' }
  if (platform === 'win32') return { kind: 'channel', channel: 'msedge' }
  const path = INSTALLED.find(exists)
  if (path === undefined) throw new Error('no Chrome, Edge or Chromium is installed')
  return { kind: 'installed', path }
}

/** How to start the browser of the journeys; the packaged one is unpacked on the first call. */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const choice = chooseBrowser(process.platform, process.env['CHROMIUM_PATH'], existsSync)
  if (choice.kind === 'packaged') return { ...(await packagedBrowser()), args: [...PACKAGED_ARGUMENTS] }
  if (choice.kind === 'channel') return { channel: choice.channel, args: QUIET }
  return { executablePath: choice.path, args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] }
}
