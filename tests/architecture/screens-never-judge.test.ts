import { expect, it } from 'vitest'
import { readAppCode, withoutComments, type SourceFile } from './source-files'

/*
 * Late, complete and due are said by the database. A screen that compares a date or a percent to decide one of them
 * makes a second rule beside it, which will one day say something else.
 */
const JUDGING: readonly (readonly [string, RegExp])[] = [
  ['decides by a lamp', /\bsignal\s*[!=]==\s*['"](?:red|yellow|green|grey)/],
  ['decides by a whole percent', /\b\w*[pP]ercent\s*(?:[!=]==|[<>]=?)\s*(?:100|WHOLE)\b/],
  ['asks the calendar what is late', /\b(?:isPastDue|daysBetween|dueInWords|dueBesideSignal)\s*\(/],
  [
    'compares a due day',
    /\b(?:dueOn|milestoneDueOn|lastDueOn|mendUntil)\s*[<>]=?\s|\s[<>]=?\s*(?:\w+\.)?(?:dueOn|milestoneDueOn|lastDueOn|mendUntil)\b/,
  ],
]

/** Where it is no judgement of work: each with why. */
const NO_JUDGEMENT: ReadonlyMap<string, string> = new Map([
  ['src/ui/work/DueText.tsx', 'the one home that words a due day; the reason says whether days are counted'],
  ['src/domain/local-date/local-date-words.ts', 'the words themselves'],
  ['src/domain/local-date/local-date.ts', 'the calendar'],
  ['src/domain/reporting/obligation-groups.ts', 'sorts a unit’s list by the lamp and reasons it was given'],
  ['src/domain/reporting/percent.ts', 'shows nothing that is not all of it as all of it'],
  ['src/domain/reporting/report-content.ts', 'what a report in hand claims, before it is handed in'],
  ['src/domain/review/queue.ts', 'what a report claims; the database decides when it is approved'],
  ['src/domain/lineage/task-lineage.ts', 'puts milestones in the order of their days'],
  ['src/data/tasks/mapper.ts', 'puts milestones in the order of their days'],
  ['src/features/reporting/ReportForm.tsx', 'what the report in hand claims'],
  ['src/features/reporting/ObligationRow.tsx', 'offers 无变化 where the lamp given is not grey'],
  ['src/features/reporting/UploadLine.tsx', 'how much of a file has been sent'],
  ['src/features/dashboard/TrendChart.tsx', 'how far apart two points stand on the axis of time'],
])

function judgements(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => /^src\/(ui|features|app|data|domain)\//.test(path) && !path.startsWith('src/domain/plan-'))
    .flatMap(({ path, text }) =>
      JUDGING.filter(([, pattern]) => pattern.test(withoutComments(text))).map(([what]) => `${path} ${what}`),
    )
}

const pathOf = (finding: string) => finding.slice(0, finding.indexOf(' '))

it('no screen decides what is late, complete or due', () => {
  expect(judgements(readAppCode()).filter((finding) => !NO_JUDGEMENT.has(pathOf(finding)))).toEqual([])
})

it('what is excused is still there', () => {
  const found = new Set(judgements(readAppCode()).map(pathOf))
  expect([...NO_JUDGEMENT.keys()].filter((path) => !found.has(path))).toEqual([])
})

it.each([
  "const isLate = signal === 'red'",
  'const isDone = task.percent === 100',
  'const isLate = task.dueOn < today',
  'const isLate = today > obligation.dueOn',
  'const days = daysBetween(dueOn, today)',
])('sees: %s', (text) => {
  expect(judgements([{ path: 'src/features/units/New.tsx', text }])).toHaveLength(1)
})
