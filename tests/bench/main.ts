/**
 * `npm run bench`: how fast the whole stack answers, beside bare SQL that does the same in the same run. See README.md.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { comparisonTable, growthTable } from './comparison'
import { measureAll } from './measure-all'
import { LoadClient } from './load-client'
import { measuresOf, type Measure } from './measures'
import { readOptions, UsageError, type BenchOptions } from './options'
import { signEverybodyIn } from './people'
import { ReportCalls } from './report-calls'
import { measurePageWeight } from './page-weight'
import { parseResults, type ResultRow, type ResultRun, type Results } from './results'
import { startServer } from './server-process'
import { fillFloor, fillInstallation } from './subject'
import { amount, resultTable } from './table'
import { Undo } from './undo'

const undo = new Undo()

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  // Read first: a wrong name should not be found out after ten minutes.
  const before = options.against === undefined ? [] : parseResults(await readFile(options.against, 'utf8')).runs
  if (wantsPages(options)) console.log(await measurePageWeight())
  const runs: ResultRun[] = []
  for (const tasks of wantsNothingElse(options) ? [] : options.tasks) {
    const run = await measureSize(tasks, options)
    runs.push(run)
    console.log(`\n${resultTable(run)}`)
    const comparison = comparisonTable(before, run)
    if (comparison !== '') console.log(`\n${comparison}`)
  }
  const growth = growthTable(runs)
  if (growth !== '') console.log(`\n${growth}`)
  const results: Results = { madeAt: new Date().toISOString(), node: process.version, runs }
  if (options.out !== undefined) await writeFile(options.out, `${JSON.stringify(results, null, 2)}\n`)
}

const PAGES = 'pages'

function wantsPages({ only }: BenchOptions): boolean {
  return only.length === 0 || only.some((each) => PAGES.startsWith(each))
}

function wantsNothingElse({ only }: BenchOptions): boolean {
  return only.length > 0 && only.every((each) => PAGES.startsWith(each))
}

/** One size: a database is filled, a server started on it, everything measured, and nothing left behind. */
async function measureSize(tasks: number, { only, seconds }: BenchOptions): Promise<ResultRun> {
  const databaseServer = process.env['DATABASE_URL'] || undefined
  try {
    console.error(`filling a database with ${tasks} tasks …`)
    const filled = await fillInstallation(databaseServer, tasks, undo)
    const floor = await fillFloor(databaseServer, tasks, undo)
    const server = await startServer(filled.environment)
    undo.add(() => server.stop())
    const client = new LoadClient(server.url, filled.publishableKey, 1)
    const people = await signEverybodyIn(client)
    await client.close()
    const reports = new ReportCalls(filled.functions)
    const measures = chosen(measuresOf({ ...filled, people, reports }), only)
    const sides = { server, publishableKey: filled.publishableKey, floor, caller: people.lead, seconds }
    const rows = await measureAll(measures, sides, tellProgress)
    return { engine: filled.engine, tasks, fillSeconds: filled.fillSeconds, rows }
  } finally {
    await undo.all()
  }
}

function chosen(measures: readonly Measure[], only: readonly string[]): Measure[] {
  const found = measures.filter(({ name }) => only.length === 0 || only.some((each) => name.startsWith(each)))
  if (found.length > 0) return found
  throw new UsageError(
    `nothing of that name is measured; there are: ${PAGES}, ${measures.map(({ name }) => name).join(', ')}`,
  )
}

function tellProgress({ name, connections, perSecond, errors }: ResultRow): void {
  console.error(`${name} at ${connections}: ${amount(perSecond)}/s${errors > 0 ? `, ${errors} errors` : ''}`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void undo.all().finally(() => process.exit(130)))
}
main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
