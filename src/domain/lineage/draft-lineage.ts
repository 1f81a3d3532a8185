import type { DraftTaskId } from '@/domain/plan-draft/draft-ids'
import type { DraftAncestor, DraftTask } from '@/domain/plan-draft/plan-draft'
import type { LineageSuggestion } from './suggest-lineage'

/** What was found for each task of a draft; a task that is not in it is still being looked at. */
export type FoundSuggestions = ReadonlyMap<DraftTaskId, readonly LineageSuggestion[]>

/** How far the lineage of a draft has been settled. */
interface LineageFigures {
  readonly tasks: number
  /** Tasks with a suggestion or an accepted ancestor. */
  readonly found: number
  readonly accepted: number
  /** Tasks that are still being looked at. */
  readonly pending: number
}

/** Counts the tasks that have possible ancestors, and those whose ancestor is settled. */
export function lineageFigures(tasks: readonly DraftTask[], found: FoundSuggestions): LineageFigures {
  const accepted = tasks.filter(isSettled)
  const open = tasks.filter((task) => !isSettled(task))
  const suggested = open.filter((task) => openSuggestions(task, found.get(task.id) ?? []).length > 0)
  const pending = open.filter((task) => !found.has(task.id))
  return {
    tasks: tasks.length,
    found: accepted.length + suggested.length,
    accepted: accepted.length,
    pending: pending.length,
  }
}

/** What is still to be decided: not refused, and of a kind of which nothing is accepted yet. */
export function openSuggestions(task: DraftTask, suggestions: readonly LineageSuggestion[]): LineageSuggestion[] {
  const accepted = new Set((task.ancestors ?? []).map((ancestor) => ancestor.taskId))
  const settledKinds = new Set(suggestions.filter(({ taskId }) => accepted.has(taskId)).map(({ kind }) => kind))
  const refused = new Set(task.notAncestors ?? [])
  return suggestions.filter(({ taskId, kind }) => !refused.has(taskId) && !settledKinds.has(kind))
}

/** The likeliest suggestion of each kind that is still to be decided. */
export function firstOfEachKind(suggestions: readonly LineageSuggestion[]): LineageSuggestion[] {
  return suggestions.filter(({ kind }, index) => suggestions.findIndex((other) => other.kind === kind) === index)
}

/** The ancestors that can be accepted without looking: the sure suggestions that are still to be decided. */
export function sureAncestors(
  tasks: readonly DraftTask[],
  found: FoundSuggestions,
): ReadonlyMap<DraftTaskId, readonly DraftAncestor[]> {
  const sure = new Map<DraftTaskId, DraftAncestor[]>()
  for (const task of tasks) {
    const open = openSuggestions(task, found.get(task.id) ?? []).filter((suggestion) => suggestion.isSure)
    if (open.length > 0)
      sure.set(
        task.id,
        open.map(({ taskId, milestoneId }) => ({ taskId, milestoneId })),
      )
  }
  return sure
}

function isSettled(task: DraftTask): boolean {
  return (task.ancestors ?? []).length > 0
}
