import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parsePlanDocument } from '@/domain/plan-document/parse-plan-document'
import type { ParsedPlan } from '@/domain/plan-document/types'
import { readDocument } from '@/lib/document-text/read-document'

async function planIn(name: string): Promise<ParsedPlan> {
  const path = fileURLToPath(new URL(`../fixtures/round-trip/${name}`, import.meta.url))
  const [plan] = parsePlanDocument(await readDocument(name, readFileSync(path))).plans
  if (plan === undefined) throw new Error(`${name} holds no plan`)
  return plan
}

/** What must come out the same, whatever the file. */
function contentOf(plan: ParsedPlan): unknown {
  return {
    title: plan.title,
    years: [plan.startYear, plan.endYear],
    sections: plan.sections.map((section) => [section.number, section.title]),
    tasks: plan.tasks.map((task) => ({
      number: task.number,
      section: task.section,
      title: task.title,
      text: task.text,
      units: task.units.map((unit) => `${unit.name}:${unit.role}`),
      deadlines: task.deadlines,
    })),
  }
}

describe('one plan in files of every kind', () => {
  it.each(['plan-gb18030.txt', 'plan.docx', 'plan.pdf'])('reads %s as it reads the text', async (name) => {
    const plan = await planIn('plan.txt')
    expect(plan.tasks).toHaveLength(5)
    expect(contentOf(await planIn(name))).toEqual(contentOf(plan))
  })

  it.each(['table.xlsx', 'table.html'])('reads the titles and dates in %s as in the text', async (name) => {
    const [text, table] = [await planIn('plan.txt'), await planIn(name)]
    const datesOf = (plan: ParsedPlan): unknown => plan.tasks.map((task) => [task.title, task.deadlines])
    expect(datesOf(table)).toEqual(datesOf(text))
    expect(table).toMatchObject({ title: '清溪县2026年政务公开重点任务分解表', startYear: 2026, endYear: 2026 })
  })
})
