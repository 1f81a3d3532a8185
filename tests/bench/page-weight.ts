import { chromium } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { prepareApp } from '../../supabase/local/pages/serve-pages'
import { browserLaunch } from '../e2e/support/browser'
import { weighPages, weightTable } from '../e2e/support/page-weight'
import { provideServer } from '../e2e/support/server'

/** What the pages of the demo county weigh when they are opened for the first time, as a table. */
export async function measurePageWeight(): Promise<string> {
  await prepareApp(fileURLToPath(new URL('../..', import.meta.url)))
  const browser = await chromium.launch(await browserLaunch())
  let table = ''
  try {
    await provideServer('demo', async ({ url }) => {
      table = weightTable(await weighPages(browser, url))
    })
  } finally {
    await browser.close()
  }
  return table
}
