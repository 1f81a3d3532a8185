import { must, okay, succeed, type County, type UnitName } from './actors'
import type { IssuedPlan } from './issued-plan'
import { askOn, at, issueAt, noon, reportAt, type LivedReport } from './lived-plan'
import { obligation } from './reports'

type Tasks = Parameters<typeof issueAt>[2]
type Document = Parameters<typeof issueAt>[3]

/** Asking about today takes no day. */
export const onDay = (day: string | undefined) => (day === undefined ? {} : { p_as_of: day })

/** The first task of a plan whose days are lived through, and how it is judged on any of them. */
export function judgedTask(county: County) {
  let plan: IssuedPlan | undefined
  const issued = () => must(plan)
  const taskId = () => must(issued().tasks['1']).id
  const owed = (unit: UnitName, milestone = 0) => obligation(issued().tasks['1'], unit, milestone)
  const rowsOn = (asOf: string) =>
    askOn(county, asOf, async (day) =>
      okay(await county.lead.client.rpc('task_obligations', { p_task_id: taskId(), ...onDay(day) })),
    )
  return {
    issue: async (date: string, tasks: Tasks, document: Document = {}) => {
      plan = await issueAt(county, date, tasks, { reportingCadence: 'none', ...document })
    },
    planId: () => issued().planId,
    taskId,
    owed,
    report: (unit: UnitName, words: LivedReport) => reportAt(county, unit, owed(unit), words),
    rowsOn,
    rowOn: async (asOf: string, unit: UnitName, milestone = 0) =>
      must((await rowsOn(asOf)).find(({ obligation_id }) => obligation_id === owed(unit, milestone).id)),
    /** Signal and first reason of a unit on the first milestone, also of one that was given the task later. */
    said: async (asOf: string, unit: UnitName) => {
      const { signal, reasons } = must((await rowsOn(asOf)).find(({ unit_name }) => unit_name === unit))
      return `${signal} ${reasons[0] ?? ''}`
    },
    taskOn: (asOf: string) =>
      askOn(county, asOf, async (day) =>
        must(okay(await county.lead.client.rpc('task_state', { p_task_id: taskId(), ...onDay(day) }))[0]),
      ),
    give: (date: string, unit: UnitName, role: 'lead' | 'responsible' | 'supporting', answers?: object) =>
      at(county.stack, noon(date), () =>
        succeed(
          county.lead.client.rpc('add_assignment', {
            p_task_id: taskId(),
            p_unit_id: county.units[unit],
            p_role: role,
            p_reason: '补充分工',
            ...(answers === undefined ? {} : { p_earlier_dues: answers as never }),
          }),
        ),
      ),
    answer: (date: string, answers: object) =>
      at(county.stack, noon(date), async () =>
        county.lead.client.rpc('answer_earlier_dues', { p_task_id: taskId(), p_answers: answers as never }),
      ),
    reopen: (date: string, unit: UnitName) =>
      at(county.stack, noon(date), () =>
        succeed(county.lead.client.rpc('reopen_completion', { p_obligation_id: owed(unit).id, p_reason: '失效' })),
      ),
  }
}
