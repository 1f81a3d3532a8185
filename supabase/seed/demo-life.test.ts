import { describe, expect, test } from 'vitest'
import { addDays, parseLocalDate } from '../../src/domain/local-date/local-date'
import type { DemoAct, DemoObligation } from './demo-acts'
import { annualAmendments } from './demo-amendments'
import { dayOf, isWorkday, type Instant } from './demo-calendar'
import { planLife } from './demo-life'
import { shownUnits } from './demo-people'
import { draftsOf, type DemoDocument } from './demo-plan-documents'
import { scheduleOf } from './demo-schedule'
import { demoUnits } from './demo-units'

type Draft = ReturnType<typeof draftsOf>[number]

/** Units that a written name stands for; the demo's documents write no name that means nothing. */
function unitsNamed(written: string): string[] {
  const found = demoUnits.filter(({ name, aliases, groups }) => [name, ...aliases, ...groups].includes(written))
  if (found.length === 0) throw new Error(`nobody is called ${written}`)
  return found.map(({ name }) => name)
}

/** What the database would say is owed, worked out from the draft. */
function obligationsOf(draft: Draft): DemoObligation[] {
  return draft.tasks.flatMap((task) => {
    const days = [...new Set(task.milestones.map(({ dueOn }) => dueOn ?? draft.document.endsOn ?? ''))].toSorted()
    const dueDays = days.length === 0 ? [draft.document.endsOn ?? ''] : days
    const hasLead = task.units.some(({ role }) => role === 'lead')
    // A unit named twice keeps its strongest role.
    const roles = new Map<string, string>()
    for (const role of ['lead', 'responsible', 'supporting'])
      for (const unit of task.units.filter((each) => each.role === role))
        for (const name of unitsNamed(unit.name)) roles.set(name, roles.get(name) ?? role)
    return dueDays.flatMap((due, index) =>
      [...roles].map(([unit, role]) => ({
        obligation_id: `${task.id} ${due} ${unit}`,
        task_id: task.id,
        milestone_id: `${task.id} ${due}`,
        unit_id: unit,
        unit,
        number: task.number ?? '',
        title: task.title,
        start_on:
          index === 0
            ? parseLocalDate(draft.document.startsOn ?? '')
            : addDays(parseLocalDate(dueDays[index - 1] ?? ''), 1),
        due_on: parseLocalDate(due),
        is_accountable: role === (hasLead ? 'lead' : 'responsible'),
      })),
    )
  })
}

function lifeOf(document: DemoDocument, now: Instant, year?: number): DemoAct[] {
  const amendments = year === undefined ? [] : annualAmendments('plan', year)
  return draftsOf(document).flatMap((draft) =>
    planLife({ issuedAt: document.issuedAt, obligations: obligationsOf(draft), amendments }, now, shownUnits),
  )
}

/** What may follow what on one obligation: a report is decided before the next, and only a completion is taken back. */
function faultOf(story: readonly DemoAct[]): string | undefined {
  let last: DemoAct | undefined
  let isComplete = false
  for (const act of story) {
    if (last !== undefined && act.at <= last.at) return `${act.deed} not after ${last.deed}`
    if (act.deed === 'save' || act.deed === 'hand_in') {
      if (isComplete) return 'reported on what is complete'
      if (last?.deed === 'hand_in' || last?.deed === 'save') return 'reported twice'
    } else if (act.deed === 'reopen') {
      if (!isComplete) return 'took back what was not complete'
      isComplete = false
    } else {
      if (last?.deed !== 'hand_in') return `${act.deed} of nothing`
      isComplete ||= act.deed === 'approve' && (last.percent === 100 || last.kind === 'not_applicable')
    }
    last = act
  }
  return undefined
}

const NOWS = [
  '2026-01-01T00:05:00+08:00',
  '2026-02-28T23:59:00+08:00',
  '2026-03-02T09:00:00+08:00',
  '2026-11-27T13:30:00+08:00',
  '2027-12-31T16:00:00+08:00',
  '2028-02-29T10:10:00+08:00',
]

describe.each(NOWS)('the demo lived until %s', (now) => {
  const { year, firstDay, fiveYearPlan, annualPlan } = scheduleOf(now)
  const lives = [lifeOf(fiveYearPlan, now), lifeOf(annualPlan, now, year)]
  const all = lives.flat()

  test('the product is taken up, and each plan imported and issued, in this order and before now', () => {
    const { importedAt, issuedAt } = fiveYearPlan
    const times = [`${firstDay}T18:00:00+08:00`, importedAt, issuedAt, annualPlan.importedAt, annualPlan.issuedAt, now]
    expect(times).toEqual(times.toSorted())
  })

  test('everything happens in the order of time, after the issue and not after now', () => {
    for (const [index, { issuedAt }] of [fiveYearPlan, annualPlan].entries()) {
      const times = (lives[index] ?? []).map(({ at }) => at)
      expect(times.length).toBeGreaterThan(0)
      expect([issuedAt, ...times, now]).toEqual([issuedAt, ...times, now].toSorted())
    }
  })

  test('everything happens in office hours of days on which offices are open', () => {
    const closed = all.filter(
      ({ at }) => !isWorkday(dayOf(at)) || at.slice(11, 16) < '08:40' || at.slice(11, 16) > '17:10',
    )
    expect(closed).toEqual([])
  })

  test('nobody decides about what was not handed in, or reports on what is complete or awaits review', () => {
    const stories = new Map<string, DemoAct[]>()
    for (const act of all) {
      if (!('owed' in act)) continue
      const id = act.owed.obligation_id
      stories.set(id, [...(stories.get(id) ?? []), act])
    }
    expect([...stories.values()].map(faultOf).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('nothing happens on a task after it was withdrawn, and nothing on it is left open', () => {
    const end = all.find(({ deed }) => deed === 'withdraw_task')
    const acts = (lives[1] ?? []).filter((act) => 'owed' in act && act.owed.number === '（十六）')
    expect(acts.filter(({ at }) => end !== undefined && at >= end.at)).toEqual([])
  })

  test('there is something to review, to mend and to finish', () => {
    const lastOf = new Map(all.flatMap((act) => ('owed' in act ? [[act.owed.obligation_id, act.deed]] : [])))
    const ends = new Set(lastOf.values())
    for (const deed of ['hand_in', 'return', 'approve']) expect(ends).toContain(deed)
    expect(all.some(({ deed }) => deed === 'reopen')).toBe(true)
    expect(all.some((act) => act.deed === 'hand_in' && act.evidence === 'file')).toBe(true)
  })
})
