import { expect, it } from 'vitest'
import { readAppCode, readSourceFiles, withoutComments, type SourceFile } from './source-files'

/** Whoever uses one of these shows how something stands, or how old, how late or how far it is. */
const SHOWS_A_STATE =
  /\b(signalAppearance|SignalTag|SignalMark|SignalBar|SignalCounts|signalInWords|reasonsBesideTag|countsInWords|leadsDoneInWords|standingColumns|percentColumn|progressInWords|stillOwedInWords|DueText|dueInWords|AgeText|ageInWords|SilenceText|PercentBar)\b/

/** Parts that are seen inside others alone, and what only looks for a word. */
const INSIDE_OTHERS: ReadonlySet<string> = new Set([
  'ui/work/SignalMark.tsx',
  'ui/work/SilenceText.tsx',
  'ui/work/work-columns.tsx',
  'features/reporting/filter-obligations.ts',
])

/** The screens that are rendered with every state there is, by `src/app/agreeing-screens.test.tsx`. */
function renderedPaths(): Set<string> {
  const table = readSourceFiles('tests/support', ['-screens.tsx'])
  return new Set(table.flatMap(({ text }) => [...text.matchAll(/path: '([^']+)'/g)].map(([, path]) => path ?? '')))
}

function statesShownBy(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => /^src\/(ui|features|app)\//.test(path) && SHOWS_A_STATE.test(withoutComments(text)))
    .map(({ path }) => path.slice('src/'.length))
    .filter((path) => !INSIDE_OTHERS.has(path))
}

it('every screen that shows a state is in the table of states and screens', () => {
  const rendered = renderedPaths()
  expect(statesShownBy(readAppCode()).filter((path) => !rendered.has(path))).toEqual([])
})

it('the table names no screen that is gone', () => {
  const shown = new Set(statesShownBy(readAppCode()))
  expect([...renderedPaths()].filter((path) => !shown.has(path))).toEqual([])
})

it('sees a new screen by what it uses', () => {
  const text = "import { SignalTag } from '@/ui/work/SignalTag'"
  expect(statesShownBy([{ path: 'src/features/units/New.tsx', text }])).toEqual(['features/units/New.tsx'])
})
