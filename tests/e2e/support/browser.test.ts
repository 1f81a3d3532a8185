import { expect, test } from 'vitest'
import { chooseBrowser, PACKAGED_ARGUMENTS } from './browser'

const everything = () => true
const nothing = () => false

test('on Linux it is the packaged browser, whatever is installed, unless CHROMIUM_PATH names another', () => {
  expect(chooseBrowser('linux', undefined, everything)).toEqual({ kind: 'packaged' })
  expect(chooseBrowser('linux', '', everything)).toEqual({ kind: 'packaged' })
  expect(chooseBrowser('linux', '/opt/chromium', everything)).toEqual({ kind: 'installed', path: '/opt/chromium' })
})

test('elsewhere it is an installed one', () => {
  expect(chooseBrowser('win32', undefined, nothing)).toEqual({ kind: 'channel', channel: 'msedge' })
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  expect(chooseBrowser('darwin', undefined, (path) => path === edge)).toEqual({ kind: 'installed', path: edge })
})

test('where there is none, the reason says what was looked for', () => {
  expect(() => chooseBrowser('linux', '/opt/none', nothing)).toThrow('CHROMIUM_PATH names /opt/none')
  expect(() => chooseBrowser('darwin', undefined, nothing)).toThrow('no Chrome, Edge or Chromium')
})

test('each window of the packaged browser has a process of its own', () => {
  for (const argument of ['--single-process', '--no-zygote']) expect(PACKAGED_ARGUMENTS).not.toContain(argument)
})
