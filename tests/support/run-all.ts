/**
 * `npm test`: type check, lint, unit, component, architecture and integration tests, then the browser journeys, and a look
 * through what the servers printed. Every stage runs even when an earlier one failed; the last line counts all of them. Where no browser can be started,
 * it says so before anything else and counts one failure for the journeys.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserTrouble } from '../e2e/support/browser-trouble'
import { failedTests } from './failed-tests'

interface Count {
  passed: number
  failed: number
  skipped: number
}

interface Stage {
  name: string
  /** Module path of the tool's command line, run by this same Node; the file is where its JSON report goes. */
  command: (report: string) => string[]
  count: (report: string, succeeded: boolean) => Count
}

const folder = mkdtempSync(join(tmpdir(), 'test-report-'))
const serverLog = join(folder, 'servers.log')

const bin = (path: string) => join('node_modules', ...path.split('/'))
const one = (_report: string, succeeded: boolean): Count => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  skipped: 0,
})
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const numberAt = (value: unknown, key: string): number => {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'number' ? found : 0
}

function countVitest(report: string, succeeded: boolean): Count {
  const result = readJson(report)
  const failed = numberAt(result, 'numFailedTests') + (numberAt(result, 'numFailedTests') === 0 && !succeeded ? 1 : 0)
  return { passed: numberAt(result, 'numPassedTests'), failed, skipped: numberAt(result, 'numPendingTests') }
}

function countPlaywright(report: string, succeeded: boolean): Count {
  const result = readJson(report)
  const stats = typeof result === 'object' && result !== null ? Reflect.get(result, 'stats') : undefined
  const failed = numberAt(stats, 'unexpected') + (numberAt(stats, 'unexpected') === 0 && !succeeded ? 1 : 0)
  return { passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'), failed, skipped: numberAt(stats, 'skipped') }
}

const checks: readonly Stage[] = [
  { name: 'type check', command: () => [bin('typescript/bin/tsc'), '--noEmit'], count: one },
  { name: 'lint', command: () => [bin('oxlint/bin/oxlint'), '--deny-warnings'], count: one },
  {
    name: 'format',
    command: () => [bin('prettier/bin/prettier.cjs'), '--check', '.', '--log-level', 'warn'],
    count: one,
  },
  {
    name: 'unit, component, architecture, integration',
    command: (report) => [
      bin('vitest/vitest.mjs'),
      'run',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: countVitest,
  },
]

const journeys: Stage = {
  name: 'browser journeys',
  command: () => [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
  count: countPlaywright,
}

/** What the servers of all stages printed must hold no hash, address or code. */
const secrets: Stage = {
  name: 'what the servers printed',
  command: () => ['--import', 'tsx', 'tests/support/log-search.ts', serverLog],
  count: one,
}

/** Named again at the end, where the eye is and where a log that was cut still reaches. */
const failures: string[] = []

function runStage(stage: Stage, folder: string): Count {
  const report = join(folder, 'report.json')
  console.log(`\n▶ ${stage.name}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, stage.command(report), {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, TEST_LOG: serverLog },
  })
  const count = safely(() => stage.count(report, status === 0))
  if (count.failed > 0) failures.push(...failedNames(stage, report))
  rmSync(report, { force: true })
  console.log(
    `◀ ${stage.name}: ${count.passed} passed, ${count.failed} failed in ${Math.round((Date.now() - started) / 1000)} s`,
  )
  return count
}

/** The failed tests of a stage that leaves a report, else the stage itself. */
function failedNames(stage: Stage, report: string): string[] {
  try {
    const names = failedTests(readJson(report))
    return names.length > 0 ? names : [stage.name]
  } catch {
    return [stage.name]
  }
}

/** A stage that left no report failed before its first test. */
function safely(count: () => Count): Count {
  try {
    return count()
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const trouble = await browserTrouble()
if (trouble !== undefined) console.log(`\n✗ ${trouble}`)

const total: Count = { passed: 0, failed: trouble === undefined ? 0 : 1, skipped: 0 }
for (const stage of [...checks, ...(trouble === undefined ? [journeys] : []), secrets]) {
  const count = runStage(stage, folder)
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}
rmSync(folder, { recursive: true, force: true })
// Said again, where the eye is when the run is over.
for (const name of failures) console.log(`✗ ${name}`)
if (trouble !== undefined) console.log(`\n✗ ${trouble}`)
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 ? 1 : 0
