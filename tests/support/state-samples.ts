import type { PlanOverview, SectionOverview, TaskCounts, UnitOverview } from '../../src/data/overview/overview'
import { unitOverviewOptions } from '../../src/data/overview/queries'
import { overdueTasksOptions, staleTasksOptions } from '../../src/data/tasks/list-queries'
import { taskStateOptions } from '../../src/data/tasks/queries'
import { parseLocalDate } from '../../src/domain/local-date/local-date'
import type { Obligation } from '../../src/domain/reporting/obligation'
import type { Task, TaskListItem } from '../../src/domain/tasks/task'
import { filterOf } from '../../src/features/dashboard/scope'
import type { StandingState } from '../fixtures/standing-states'
import { assignmentId, milestoneId, obligationId, planId, taskId, unitId } from './ids'

/* A state as each of the app's read models has it. */

export const [theTask, theUnit, thePlan] = [taskId('t'), unitId('u'), planId('p')]
const [startsOn, endsOn] = [parseLocalDate('2021-01-01'), parseLocalDate('2021-12-31')]
export const everything = { planId: '', asOf: null } as const
export const names = { number: null, title: '一项工作' } as const

export function obligationOf(state: StandingState): Obligation {
  return {
    ...state,
    ...names,
    id: obligationId('o'),
    assignmentId: assignmentId('a'),
    milestoneId: milestoneId('m'),
    taskId: theTask,
    planId: thePlan,
    planTitle: '一份要点',
    planState: state.closedOn === null ? 'issued' : 'closed',
    isOngoing: false,
    unitId: theUnit,
    unitName: '某局',
    isAccountable: state.role !== 'supporting',
    requirement: '',
    milestoneDueOn: state.dueOn,
    scheduledPercent: 75,
    isNotApplicable: state.reason === 'not_applicable',
    reasons: [state.reason],
    reportState: null,
    returnReason: null,
  }
}

export function listItemOf(state: StandingState): TaskListItem {
  const place = { taskId: theTask, planTitle: '一份要点', sectionTitle: null, accountableUnits: '某局' }
  return { ...state, ...names, ...place, isOngoing: false }
}

export const task: Task = {
  ...names,
  id: theTask,
  requirement: '',
  isOngoing: false,
  withdrawnAt: null,
  withdrawnReason: null,
  plan: { id: thePlan, title: '一份要点', state: 'issued' },
  section: null,
  source: null,
  milestones: [],
  assignments: [],
}

/** One task, which stands so. */
export function countsOf({ countedAs, isLate }: StandingState): TaskCounts {
  const none = { red: 0, yellow: 0, due_soon: 0, green: 0, grey: 0, before_given: 0, complete: 0 }
  const one = countedAs === null ? none : { ...none, [countedAs]: 1 }
  return { ...one, tasks: 1, completeLate: countedAs === 'complete' && isLate ? 1 : 0 }
}

export function unitOf(state: StandingState): UnitOverview {
  const { percent, silentSince } = state
  return {
    unitId: theUnit,
    name: '某局',
    kind: 'department',
    counts: countsOf(state),
    percent,
    supporting: 0,
    silentSince,
  }
}

export function planOf(state: StandingState): PlanOverview {
  return {
    planId: thePlan,
    title: '一份要点',
    state: 'issued',
    startsOn,
    endsOn,
    counts: countsOf(state),
    percent: state.percent,
    scheduledPercent: 75,
    awaitingReview: 0,
    leadsDone: 0,
  }
}

export function sectionOf(state: StandingState): SectionOverview {
  return { sectionId: null, number: null, title: '', counts: countsOf(state), percent: state.percent }
}

export const stateKnown = (state: StandingState) =>
  [taskStateOptions(theTask, null).queryKey, { ...state, ...names, requirement: '' }] as const

export const listsKnown = (state: StandingState) => {
  const page = { tasks: [listItemOf(state)], total: 1, page: 1 }
  const nothing = { tasks: [], total: 0, page: 1 }
  const filter = filterOf(everything)
  return [
    [overdueTasksOptions(filter).queryKey, state.signal === 'red' ? page : nothing],
    [staleTasksOptions(filter).queryKey, page],
  ] as const
}

export const unitsKnown = (state: StandingState) =>
  [[unitOverviewOptions(everything).queryKey, [unitOf(state)]]] as const

export const lineageEntry = {
  node: {
    ...names,
    taskId: theTask,
    isWithdrawn: false,
    planId: thePlan,
    planTitle: '一份要点',
    startYear: 2021,
    endYear: 2021,
  },
  milestones: [],
  link: null,
} as const
