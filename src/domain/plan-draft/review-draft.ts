import { compareLocalDates } from '@/domain/local-date/local-date'
import { taskName } from '@/domain/tasks/task-name'
import type { DraftSectionId, DraftTaskId } from './draft-ids'
import type { DraftDoubt, DraftTask, PlanDraft } from './plan-draft'
import { isUnresolved, type DraftName } from './unit-names'

const WITHOUT_UNITS: DraftDoubt = { code: 'units_missing', message: '没有写明责任单位。', start: null, end: null }

/**
 * What still speaks of a task: the parser's doubts that no later edit has answered, and that nobody is to do it, whether the
 * parser missed the units or the clerk took them away. A unit accepted for every task answers that.
 */
export function openDoubts(task: DraftTask, { defaultUnits }: Pick<PlanDraft, 'defaultUnits'>): readonly DraftDoubt[] {
  if (task.isChecked) return []
  const hasUnits = task.units.length > 0 || hasAcceptedDefault(defaultUnits)
  const doubts = task.doubts.filter((doubt) => !(doubt.code === WITHOUT_UNITS.code && hasUnits))
  const isSaid = hasUnits || doubts.some((doubt) => doubt.code === WITHOUT_UNITS.code)
  return isSaid ? doubts : [WITHOUT_UNITS, ...doubts]
}

/** Tasks with open doubts, those with most doubts first; ties in the order of the plan. */
export function doubtsFirst(draft: Pick<PlanDraft, 'tasks' | 'defaultUnits'>): DraftTask[] {
  const counted = draft.tasks.map((task) => ({ task, doubts: openDoubts(task, draft).length }))
  const doubtful = counted.filter(({ doubts }) => doubts > 0)
  return doubtful.sort((a, b) => b.doubts - a.doubts).map(({ task }) => task)
}

function hasAcceptedDefault(defaultUnits: PlanDraft['defaultUnits']): boolean {
  return defaultUnits.some((unit) => unit.isAccepted === true)
}

/** Where on the check screen a problem is to be mended. */
type ProblemPlace =
  | { readonly kind: 'facts' }
  | { readonly kind: 'names' }
  | { readonly kind: 'default_units' }
  | { readonly kind: 'task'; readonly taskId: DraftTaskId }
  | { readonly kind: 'section'; readonly sectionId: DraftSectionId }
  | { readonly kind: 'tasks' }

/** Something about the draft; one that blocks must be mended before the plan can be issued. */
export interface DraftProblem {
  readonly isBlocking: boolean
  readonly message: string
  readonly place: ProblemPlace
}

const LONGEST_TITLE = 200

/** What keeps the draft from being issued, then what the clerk should know. */
export function problemsOf(draft: PlanDraft, names: readonly DraftName[]): DraftProblem[] {
  const problems = [
    ...factProblems(draft),
    ...nameProblems(names),
    ...sectionProblems(draft),
    ...draft.tasks.flatMap((task) => taskProblems(task, draft)),
    ...openQuestions(draft),
  ]
  return [...problems.filter((problem) => problem.isBlocking), ...problems.filter((problem) => !problem.isBlocking)]
}

function factProblems({ document, tasks }: PlanDraft): DraftProblem[] {
  const problems: DraftProblem[] = []
  const add = (message: string): void => void problems.push({ isBlocking: true, message, place: { kind: 'facts' } })
  if (document.title.trim() === '') add('计划还没有名称。')
  if (document.title.length > LONGEST_TITLE) add(`计划名称超过 ${LONGEST_TITLE} 个字。`)
  if (compareLocalDates(document.endsOn, document.startsOn) < 0) add('计划的结束日期早于开始日期。')
  if (tasks.length === 0) problems.push({ isBlocking: true, message: '计划里还没有任务。', place: { kind: 'tasks' } })
  return problems
}

function nameProblems(names: readonly DraftName[]): DraftProblem[] {
  const unresolved = names.filter(isUnresolved)
  const empty = names.filter(({ meaning }) => meaning.kind === 'group' && meaning.members.length === 0)
  const problems = empty.map(({ name }): DraftProblem => ({
    isBlocking: true,
    message: `「${name}」所指的单位组还没有成员。`,
    place: { kind: 'names' },
  }))
  if (unresolved.length === 0) return problems
  const shown = unresolved
    .slice(0, 3)
    .map(({ name }) => `「${name}」`)
    .join('、')
  const message = `${unresolved.length} 个单位名称还没有对应：${shown}${unresolved.length > 3 ? '等' : ''}。`
  return [{ isBlocking: true, message, place: { kind: 'names' } }, ...problems]
}

function sectionProblems({ sections }: PlanDraft): DraftProblem[] {
  return sections
    .filter((section) => section.title.trim() === '')
    .map(({ id, number }) => ({
      isBlocking: true,
      message: `章节${number === null ? '' : `「${number}」`}还没有标题。`,
      place: { kind: 'section', sectionId: id },
    }))
}

function taskProblems(task: DraftTask, draft: PlanDraft): DraftProblem[] {
  const name = quotedName(task)
  const problems: DraftProblem[] = []
  const add = (isBlocking: boolean, message: string): void =>
    void problems.push({ isBlocking, message, place: { kind: 'task', taskId: task.id } })
  if (task.title.trim() === '' && task.text.trim() === '') add(true, '有一项任务还没有内容。')
  if (task.title.length > LONGEST_TITLE) add(true, `${name}的标题超过 ${LONGEST_TITLE} 个字。`)
  if (task.units.length === 0 && !hasAcceptedDefault(draft.defaultUnits)) add(false, `${name}没有责任单位。`)
  if (task.milestones.some((milestone) => compareLocalDates(milestone.dueOn, draft.document.endsOn) > 0))
    add(false, `${name}有节点晚于计划结束日期。`)
  if (task.milestones.some((milestone) => compareLocalDates(milestone.dueOn, draft.document.startsOn) < 0))
    add(false, `${name}有节点早于计划开始日期。`)
  return problems
}

function openQuestions(draft: PlanDraft): DraftProblem[] {
  const undecided = draft.defaultUnits.filter((unit) => unit.isAccepted === null)
  const problems = undecided.map(({ name }): DraftProblem => ({
    isBlocking: false,
    message: `文中说各项任务都有「${name}」，还没有决定是否采用。`,
    place: { kind: 'default_units' },
  }))
  const { kindDoubt } = draft.document
  if (kindDoubt !== undefined)
    problems.unshift({ isBlocking: false, message: `导入时${kindDoubt}`, place: { kind: 'tasks' } })
  const doubtful = doubtsFirst(draft)
  const first = doubtful[0]
  if (first === undefined) return problems
  return [
    ...problems,
    { isBlocking: false, message: `${doubtful.length} 项任务待核对。`, place: { kind: 'task', taskId: first.id } },
  ]
}

/** A task in a sentence: 「（一）高站位抓好…」. */
function quotedName(task: DraftTask): string {
  const words = task.title.trim() === '' ? task.text.trim() : task.title.trim()
  const short = words.length > 20 ? `${words.slice(0, 20)}…` : words
  return `「${taskName({ number: task.number, title: short === '' ? '无标题任务' : short })}」`
}
