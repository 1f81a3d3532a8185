import { addToLog } from '../support/log-file'
import { weighPages, weightTable } from './support/page-weight'
import { demoTest, expect } from './support/server'

const SIGN_IN_KILOBYTES = 160
const WORK_PAGE_KILOBYTES = 300
/** The page, the entry beside the core, the page's own code beside the configuration; a fourth for what is asked for late. */
const MOST_WAVES = 4

demoTest('no page weighs more than an old PC on a slow line can bear', async ({ browser, server }) => {
  const [signIn, ...workPages] = await weighPages(browser, server.url)
  addToLog(`${weightTable([signIn, ...workPages].filter((each) => each !== undefined))}\n`)
  expect(signIn?.kilobytes).toBeLessThan(SIGN_IN_KILOBYTES)
  expect(workPages.filter(({ kilobytes }) => kilobytes > WORK_PAGE_KILOBYTES)).toEqual([])
  expect(workPages.flatMap(({ page, askedTwice }) => askedTwice.map((request) => `${page}: ${request}`))).toEqual([])
  expect(workPages.filter(({ waves }) => waves > MOST_WAVES)).toEqual([])
})
