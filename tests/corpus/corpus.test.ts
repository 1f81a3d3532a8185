import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import type { PlanDocumentResult } from '@/domain/plan-document/types'
import { readDocument } from '@/lib/document-text/read-document'

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))

function seed(prefix: string): PlanDocumentResult {
  const name = readdirSync(`${corpus}seeds`).find((file) => file.startsWith(prefix)) ?? ''
  return parsePlanDocument(readFileSync(`${corpus}seeds/${name}`, 'utf8'))
}

/** Prints what was parsed of the document whose path comes last: `node -p PRINT FOLDER PATH`. */
const PRINT =
  "const { join, basename } = require('path'); require('fs').readFileSync(join(process.argv[1], basename(process.argv[2])), 'utf8')"

/** Parses every document of the corpus here, as the program would be started once for each; returns where the results lie. */
async function parseAll(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
  for (const source of ['seeds', 'texts']) {
    for (const name of readdirSync(join(corpus, source))) {
      const document = await readDocument(name, readFileSync(join(corpus, source, name)))
      writeFileSync(join(folder, name), JSON.stringify(parsePlanDocument(document)))
    }
  }
  return folder
}

/** Runs only where the shared corpus lies beside the repository; users have none. */
describe.skipIf(!existsSync(corpus))('the shared corpus', () => {
  it('is read at the floors the project has set', async () => {
    const parsed = await parseAll()
    const command = [join(corpus, 'score.mjs'), '--', process.execPath, '-p', PRINT, parsed]
    const out = execFileSync(process.execPath, command, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    rmSync(parsed, { recursive: true })
    const last = out.trim().split('\n').at(-1) ?? ''
    const figures = new Map([...last.matchAll(/(\w+) ([\d.]+)/g)].map(([, kind, value]) => [kind, Number(value)]))
    expect(out).toMatch(/kind right (\d+)\/\1\b/)
    expect(figures.get('tasks')).toBeGreaterThanOrEqual(0.99)
    expect(figures.get('sections')).toBeGreaterThanOrEqual(0.99)
    expect(figures.get('units')).toBeGreaterThanOrEqual(0.98)
    expect(figures.get('milestones')).toBeGreaterThanOrEqual(0.98)
    expect(figures.get('deadlines')).toBeGreaterThanOrEqual(0.97)
  })

  it('counts the first seed', () => {
    const [plan] = seed('000').plans
    expect([plan?.sections.length, plan?.tasks.length]).toEqual([5, 15])
  })

  it('counts both plans of the second seed, with the yearly milestones', () => {
    const [five, year] = seed('001').plans
    const inSection = (number: string): number => five?.tasks.filter((task) => task.section === number).length ?? 0
    expect([inSection('二'), inSection('三')]).toEqual([18, 3])
    const years = five?.tasks.flatMap((task) => task.milestones.map((milestone) => milestone.year)) ?? []
    const counts = [2021, 2022, 2023, 2024, 2025].map((wanted) => years.filter((found) => found === wanted).length)
    expect(counts).toEqual([12, 2, 8, 0, 2])
    expect(year?.tasks.filter((task) => /^\d+$/.test(task.number ?? '')).length).toBe(20)
    expect(year?.tasks.filter((task) => task.section === '五').length).toBe(4)
  })

  it('counts the fourth seed, with its deadline', () => {
    const [plan] = seed('003').plans
    expect(plan?.tasks.length).toBe(20)
    expect(plan?.tasks.flatMap((task) => task.deadlines)).toContain('2020-09-30')
  })

  it.each(['002', '004'])('tells the annual report %s apart', (prefix) => {
    expect(seed(prefix)).toMatchObject({ kind: 'annual_report', plans: [] })
  })
})
