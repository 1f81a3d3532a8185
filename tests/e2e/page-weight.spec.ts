import { addToLog } from '../support/log-file'
import { MOST_WAVES, weighPages, weightTable } from './support/page-weight'
import { demoTest, expect } from './support/server'

const SIGN_IN_KILOBYTES = 160
const WORK_PAGE_KILOBYTES = 300
/** Browsers ask for six at a time over plain HTTP: each six cost a round trip. */
const MOST_FILES = 36

demoTest('no page weighs more than an old PC on a slow line can bear', async ({ browser, server }) => {
  const [signIn, ...workPages] = await weighPages(browser, server.url)
  addToLog(`${weightTable([signIn, ...workPages].filter((each) => each !== undefined))}\n`)
  expect(signIn?.kilobytes).toBeLessThan(SIGN_IN_KILOBYTES)
  expect(workPages.filter(({ kilobytes }) => kilobytes > WORK_PAGE_KILOBYTES)).toEqual([])
  expect(workPages.flatMap(({ page, askedTwice }) => askedTwice.map((request) => `${page}: ${request}`))).toEqual([])
  expect(workPages.filter(({ waves }) => waves > MOST_WAVES)).toEqual([])
  expect(workPages.filter(({ files }) => files > MOST_FILES)).toEqual([])
})
