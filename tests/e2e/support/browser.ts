import { existsSync } from 'node:fs'

/** What Playwright needs to start a browser on this machine. */
export interface BrowserLaunch {
  executablePath?: string
  channel?: string
  args: string[]
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Nothing of the browser's own may reach for the network: the journeys are proved on this machine alone. */
const QUIET = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-gpu']

/**
 * Finds a Chromium: the one named by CHROMIUM_PATH, an installed one, on Windows the Edge that every Windows has,
 * and else on Linux the one that comes as an npm package. So `npm ci && npm test` needs nothing installed by hand.
 */
export async function browserLaunch(): Promise<BrowserLaunch> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const named = process.env['CHROMIUM_PATH']
  const found = named ?? INSTALLED.find((path) => existsSync(path))
  if (found !== undefined) return { executablePath: found, args: [...QUIET, ...sandbox] }
  if (process.platform === 'win32') return { channel: 'msedge', args: QUIET }
  if (process.platform !== 'linux') throw new Error('No Chrome, Edge or Chromium found. Install one or set CHROMIUM_PATH.')
  const { default: packaged } = await import('@sparticuz/chromium')
  return { executablePath: await packaged.executablePath(), args: [...QUIET, ...packaged.args, '--no-sandbox'] }
}
