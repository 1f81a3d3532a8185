import type { TaskId } from '../ids'
import type { DraftTaskId } from './draft-ids'
import type { DraftAncestor, DraftTask, PlanDraft } from './plan-draft'

/** The earlier tasks that a task of the draft goes on from, as the clerk accepted them. */
export function ancestorsOf(task: DraftTask): readonly DraftAncestor[] {
  return task.ancestors ?? []
}

/** Accepts an ancestor; one refused before is refused no more. */
export function acceptAncestor(draft: PlanDraft, taskId: DraftTaskId, ancestor: DraftAncestor): PlanDraft {
  return changeTask(draft, taskId, (task) => withAncestor(task, ancestor))
}

/** Accepts one or more ancestors for many tasks at once, as one step of undo. */
export function acceptAncestors(
  draft: PlanDraft,
  accepted: ReadonlyMap<DraftTaskId, readonly DraftAncestor[]>,
): PlanDraft {
  return { ...draft, tasks: draft.tasks.map((task) => (accepted.get(task.id) ?? []).reduce(withAncestor, task)) }
}

/** Takes an accepted ancestor away; it may be suggested again. */
export function removeAncestor(draft: PlanDraft, taskId: DraftTaskId, ancestorId: TaskId): PlanDraft {
  return changeTask(draft, taskId, (task) => ({
    ...task,
    ancestors: ancestorsOf(task).filter((one) => one.taskId !== ancestorId),
  }))
}

/** Keeps a task from being suggested as an ancestor again. */
export function refuseAncestor(draft: PlanDraft, taskId: DraftTaskId, ancestorId: TaskId): PlanDraft {
  return changeTask(draft, taskId, (task) => ({
    ...task,
    notAncestors: [...new Set([...(task.notAncestors ?? []), ancestorId])],
  }))
}

/** What two tasks that become one go on from together; what one of them accepted is not refused. */
export function uniteLineage(first: DraftTask, second: DraftTask): Pick<DraftTask, 'ancestors' | 'notAncestors'> {
  const { ancestors = [], notAncestors = [] } = ancestorsOf(second).reduce(withAncestor, first)
  const refused = [...new Set([...notAncestors, ...(second.notAncestors ?? [])])].filter(
    (id) => !ancestors.some((one) => one.taskId === id),
  )
  return {
    ...(ancestors.length === 0 ? {} : { ancestors }),
    ...(refused.length === 0 ? {} : { notAncestors: refused }),
  }
}

function withAncestor(task: DraftTask, ancestor: DraftAncestor): DraftTask {
  const others = ancestorsOf(task).filter((one) => one.taskId !== ancestor.taskId)
  const notAncestors = (task.notAncestors ?? []).filter((id) => id !== ancestor.taskId)
  return { ...task, ancestors: [...others, ancestor], notAncestors }
}

function changeTask(draft: PlanDraft, taskId: DraftTaskId, change: (task: DraftTask) => DraftTask): PlanDraft {
  return { ...draft, tasks: draft.tasks.map((task) => (task.id === taskId ? change(task) : task)) }
}
