import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePlanDocument } from './parse-plan-document'

const folder = new URL('../../../tests/fixtures/plan-documents/', import.meta.url)

/**
 * What the parser reads in a document, in one line: enough to see in a review which documents a change reads anew, and
 * roughly what of them. The hash is of everything it says.
 */
function digestOf(name: string): string {
  const result = parsePlanDocument(readFileSync(new URL(name, folder), 'utf8'))
  const tasks = result.plans.flatMap((plan) => plan.tasks)
  const sum = (count: (task: (typeof tasks)[number]) => number) => tasks.reduce((total, task) => total + count(task), 0)
  const digest = {
    kind: result.kind,
    sections: result.plans.reduce((total, plan) => total + plan.sections.length, 0),
    tasks: tasks.length,
    units: sum((task) => task.units.length),
    deadlines: sum((task) => task.deadlines.length),
    doubts: sum((task) => task.doubts.length),
    sha256: createHash('sha256').update(JSON.stringify(result)).digest('hex').slice(0, 12),
  }
  const facts = Object.entries(digest).map(([fact, value]) => `"${fact}": ${JSON.stringify(value)}`)
  return `  ${JSON.stringify(name)}: { ${facts.join(', ')} }`
}

/** Another reading that is meant: `npm run golden` writes the file, whose changes belong into the commit that makes them. */
it('reads each document as before', async () => {
  const names = readdirSync(folder).sort()
  await expect(`{\n${names.map(digestOf).join(',\n')}\n}\n`).toMatchFileSnapshot(
    '../../../tests/fixtures/plan-digests.json',
  )
})
