import { defineConfig } from '@playwright/test'
import { browserLaunch } from './tests/e2e/support/browser'

/** Browser journeys: each spec starts a server of its own on a fresh data folder (tests/e2e/support/server.ts). */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/build.ts',
  // What is waited for comes at once on an idle machine; a busy one is no fault of the product.
  timeout: 400_000,
  expect: { timeout: 60_000 },
  // Each waits for its own server most of the time.
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  outputDir: 'test-results',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: await browserLaunch(),
  },
})
