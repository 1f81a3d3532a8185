/**
 * Reads the JSON report of vitest or of Playwright, and names the tests that failed: so that the last lines of a run say
 * which and why, however long the run was. Also run as a program: prints a line for each failed test of the report given.
 */
import { readFileSync } from 'node:fs'
import { argv } from 'node:process'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const listAt = (value: unknown, key: string): unknown[] => {
  const found = isRecord(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}
const textAt = (value: unknown, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined
  return typeof found === 'string' ? found : ''
}

function failedInVitest(report: unknown): string[] {
  return listAt(report, 'testResults').flatMap((file) => {
    const failed = listAt(file, 'assertionResults').filter((test) => textAt(test, 'status') === 'failed')
    const named = failed.map((test) =>
      withReason(`${textAt(file, 'name')} > ${textAt(test, 'fullName')}`, listAt(test, 'failureMessages')),
    )
    // A file that could not be loaded, or whose preparation failed, has no failed test of its own.
    return named.length === 0 && textAt(file, 'status') === 'failed'
      ? [`${textAt(file, 'name')}: ${textAt(file, 'message')}`]
      : named
  })
}

function failedInPlaywright(suite: unknown): string[] {
  const own = listAt(suite, 'specs')
    .filter((spec) => isRecord(spec) && spec['ok'] === false)
    .map((spec) => withReason(`${textAt(spec, 'file')} > ${textAt(spec, 'title')}`, errorsInPlaywright(spec)))
  return [...own, ...listAt(suite, 'suites').flatMap(failedInPlaywright)]
}

function errorsInPlaywright(spec: unknown): string[] {
  const results = listAt(spec, 'tests').flatMap((test) => listAt(test, 'results'))
  return results.flatMap((result) => listAt(result, 'errors')).map((error) => textAt(error, 'message'))
}

/** With the first message, but for where it was thrown. */
function withReason(name: string, messages: readonly unknown[]): string {
  const [message] = messages
  return typeof message === 'string' ? `${name}: ${message.split(/\n\s+at /)[0]}` : name
}

const REASON_LENGTH = 800
const COLOURS = new RegExp(`${String.fromCodePoint(27)}\\[[\\d;]*m`, 'g')

/** The failed tests of a report and why they failed, one line each; none for what is no report. */
export function failedTests(report: unknown): string[] {
  return [...failedInVitest(report), ...failedInPlaywright(report)].map((name) =>
    name.replaceAll(COLOURS, '').replaceAll(/\s+/g, ' ').slice(0, REASON_LENGTH),
  )
}

if (import.meta.filename === argv[1] && argv[2] !== undefined) {
  for (const name of failedTests(JSON.parse(readFileSync(argv[2], 'utf8')))) console.log(`✗ ${name}`)
}
