/**
 * Set-up of the integration tests: with TEST_LOG, everything that a server prints in a test process is also written to
 * that file, whether vitest shows it or not, so that tests/support/log-search.ts can look for what must not stand in it.
 */
import { appendFileSync } from 'node:fs'
import { format } from 'node:util'

/** Adds words to the file, if there is one. */
export function addToLog(text: string): void {
  const file = process.env['TEST_LOG']
  if (file) appendFileSync(file, text)
}

/** Files of tests that share a process find the printers as the first of them left them. */
const DONE = Symbol.for('tests/support/log-file')

if (process.env['TEST_LOG'] && !Reflect.has(globalThis, DONE)) {
  Reflect.set(globalThis, DONE, true)
  for (const name of ['error', 'warn', 'info', 'log', 'debug'] as const) {
    const print = console[name].bind(console)
    console[name] = (...words: unknown[]) => {
      addToLog(`${format(...words)}\n`)
      print(...words)
    }
  }
}
