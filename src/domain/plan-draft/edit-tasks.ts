import {
  nextId,
  parseDraftMilestoneId,
  parseDraftTaskId,
  parseDroppedTextId,
  type DraftSectionId,
  type DraftTaskId,
  type DroppedTextId,
} from './draft-ids'
import type { DraftMilestone, DraftTask, DroppedText, PlanDraft } from './plan-draft'
import { sourceOffsetOf } from './source-place'
import { uniteLineage } from './edit-ancestors'
import { uniteUnits } from './edit-units'

/** Changes one task; every other stays the same object, so lists repaint only what changed. */
export function updateTask(draft: PlanDraft, taskId: DraftTaskId, change: Partial<Omit<DraftTask, 'id'>>): PlanDraft {
  return { ...draft, tasks: draft.tasks.map((task) => (task.id === taskId ? { ...task, ...change } : task)) }
}

/**
 * Cuts a task in two at a place in its text. The second keeps the units; a milestone goes with the part
 * in which it is written.
 */
export function splitTask(draft: PlanDraft, taskId: DraftTaskId, offset: number, source: string): PlanDraft {
  const index = draft.tasks.findIndex((task) => task.id === taskId)
  const task = draft.tasks[index]
  if (task === undefined) return draft
  const [before, after] = [task.text.slice(0, offset).trim(), task.text.slice(offset).trim()]
  if (before === '' || after === '') return draft
  const cut =
    task.start === null || task.end === null ? null : sourceOffsetOf(source, task.start, task.end, task.text, offset)
  const isSecond = (milestone: DraftMilestone): boolean =>
    cut !== null && milestone.start !== null
      ? milestone.start >= cut
      : milestone.text !== '' && after.includes(milestone.text)
  const first: DraftTask = {
    ...task,
    text: before,
    end: cut ?? task.end,
    milestones: task.milestones.filter((milestone) => !isSecond(milestone)),
  }
  const second: DraftTask = {
    ...task,
    id: nextId(parseDraftTaskId, 't', draft.tasks),
    number: null,
    title: '',
    text: after,
    start: cut ?? task.start,
    milestones: task.milestones.filter(isSecond),
    doubts: [],
  }
  return { ...draft, tasks: draft.tasks.toSpliced(index, 1, first, second) }
}

/** Joins a task with the one after it, which disappears; numbers, title and section of the first stay. */
export function mergeWithNext(draft: PlanDraft, taskId: DraftTaskId): PlanDraft {
  const index = draft.tasks.findIndex((task) => task.id === taskId)
  const [first, second] = [draft.tasks[index], draft.tasks[index + 1]]
  if (first === undefined || second === undefined) return draft
  return { ...draft, tasks: draft.tasks.toSpliced(index, 2, joined(first, second)) }
}

/** Joins a task with the one before it; the earlier one's number, title and section stay. */
export function mergeWithPrevious(draft: PlanDraft, taskId: DraftTaskId): PlanDraft {
  const index = draft.tasks.findIndex((task) => task.id === taskId)
  const previous = draft.tasks[index - 1]
  return previous === undefined ? draft : mergeWithNext(draft, previous.id)
}

function joined(first: DraftTask, second: DraftTask): DraftTask {
  const secondText = second.title === '' ? second.text : `${second.title}。${second.text}`
  const own = first.milestones.map((milestone) => `${milestone.dueOn} ${milestone.text}`)
  const added = second.milestones.filter((milestone) => !own.includes(`${milestone.dueOn} ${milestone.text}`))
  return {
    ...first,
    text: first.text + secondText,
    start: least(first.start, second.start),
    end: greatest(first.end, second.end),
    isOngoing: first.isOngoing || second.isOngoing,
    targets: [...first.targets, ...second.targets],
    units: uniteUnits(first.units, second.units),
    milestones: [...first.milestones, ...added].map((milestone, index) => ({
      ...milestone,
      id: parseDraftMilestoneId(`m${index + 1}`),
    })),
    doubts: [...first.doubts, ...second.doubts],
    isChecked: first.isChecked && second.isChecked,
    ...uniteLineage(first, second),
  }
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}

function greatest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b)
}

/** Moves a task one place up or down among the tasks of its own section. */
export function shiftTask(draft: PlanDraft, taskId: DraftTaskId, step: -1 | 1): PlanDraft {
  const index = draft.tasks.findIndex((task) => task.id === taskId)
  const task = draft.tasks[index]
  if (task === undefined) return draft
  let other = index + step
  while (draft.tasks[other] !== undefined && draft.tasks[other]?.sectionId !== task.sectionId) other += step
  const neighbour = draft.tasks[other]
  if (neighbour === undefined) return draft
  return { ...draft, tasks: draft.tasks.with(index, neighbour).with(other, task) }
}

/** Moves a task to the end of another section. */
export function moveTask(draft: PlanDraft, taskId: DraftTaskId, sectionId: DraftSectionId | null): PlanDraft {
  const tasks = draft.tasks.map((task) => (task.id === taskId ? { ...task, sectionId } : task))
  const moved = tasks.find((task) => task.id === taskId)
  if (moved === undefined) return draft
  const rest = tasks.filter((task) => task.id !== taskId)
  return inSectionOrder({ ...draft, tasks: [...rest, moved] })
}

/** Tasks in the order of their sections, those without a section first; ties keep their order. */
export function inSectionOrder(draft: PlanDraft): PlanDraft {
  const rank = new Map(draft.sections.map((section, index) => [section.id, index]))
  const rankOf = (task: DraftTask): number => (task.sectionId === null ? -1 : (rank.get(task.sectionId) ?? -1))
  return { ...draft, tasks: draft.tasks.toSorted((a, b) => rankOf(a) - rankOf(b)) }
}

/** Takes a task out; it stays among the passages that can be taken back. */
export function deleteTask(draft: PlanDraft, taskId: DraftTaskId): PlanDraft {
  const task = draft.tasks.find((one) => one.id === taskId)
  if (task === undefined) return draft
  const { start, end } = task
  const words = [task.number, task.title, task.text].filter((part) => part !== null && part !== '').join(' ')
  const kept: DroppedText = {
    id: nextId(parseDroppedTextId, 'd', draft.dropped),
    start,
    end,
    reason: 'deleted',
    text: words,
    task,
  }
  return { ...draft, tasks: draft.tasks.filter((one) => one.id !== taskId), dropped: [kept, ...draft.dropped] }
}

/** Makes a left-out passage a task: a deleted one as it was, another as a task without number and units. */
export function takeBack(
  draft: PlanDraft,
  droppedId: DroppedTextId,
): { readonly draft: PlanDraft; readonly taskId: DraftTaskId | null } {
  const passage = draft.dropped.find((one) => one.id === droppedId)
  if (passage === undefined) return { draft, taskId: null }
  const dropped = draft.dropped.filter((one) => one.id !== droppedId)
  const id = nextId(parseDraftTaskId, 't', draft.tasks)
  const sectionId = sectionAt(draft, passage.start)
  const { start, end, text } = passage
  const task: DraftTask =
    passage.task === null ? emptyTask(id, sectionId, { start, end, text }) : restored(draft, passage.task, id)
  return { draft: insertByPlace({ ...draft, dropped }, task), taskId: task.id }
}

/** Makes a stretch of the source a task of its own, where it stands in the document. */
export function addTaskFromSource(
  draft: PlanDraft,
  start: number,
  end: number,
  source: string,
): { readonly draft: PlanDraft; readonly taskId: DraftTaskId } {
  const text = source
    .slice(start, end)
    .replace(/\s*\n\s*/g, '')
    .trim()
  const task = emptyTask(nextId(parseDraftTaskId, 't', draft.tasks), sectionAt(draft, start), { start, end, text })
  return { draft: insertByPlace(draft, task), taskId: task.id }
}

/** Adds an empty task at the end of a section. */
export function addTask(
  draft: PlanDraft,
  sectionId: DraftSectionId | null,
): { readonly draft: PlanDraft; readonly taskId: DraftTaskId } {
  const task = emptyTask(nextId(parseDraftTaskId, 't', draft.tasks), sectionId, { start: null, end: null, text: '' })
  return { draft: inSectionOrder({ ...draft, tasks: [...draft.tasks, task] }), taskId: task.id }
}

function restored(draft: PlanDraft, task: DraftTask, newId: DraftTaskId): DraftTask {
  const hasSection = draft.sections.some((section) => section.id === task.sectionId)
  const isTaken = draft.tasks.some((one) => one.id === task.id)
  return { ...task, id: isTaken ? newId : task.id, sectionId: hasSection ? task.sectionId : null }
}

function emptyTask(
  id: DraftTaskId,
  sectionId: DraftSectionId | null,
  place: { start: number | null; end: number | null; text: string },
): DraftTask {
  return {
    id,
    sectionId,
    number: null,
    title: '',
    ...place,
    isOngoing: false,
    targets: [],
    units: [],
    milestones: [],
    doubts: [],
    isChecked: false,
  }
}

/** The section in which a place of the source lies: that of the last heading or task before it. */
function sectionAt(draft: PlanDraft, start: number | null): DraftSectionId | null {
  if (start === null) return null
  const marks = [
    ...draft.sections.map((section) => ({ start: section.start, sectionId: section.id })),
    ...draft.tasks.map((task) => ({ start: task.start, sectionId: task.sectionId })),
  ]
  let best: { start: number; sectionId: DraftSectionId | null } | null = null
  for (const mark of marks) {
    if (mark.start !== null && mark.start <= start && (best === null || mark.start >= best.start))
      best = { start: mark.start, sectionId: mark.sectionId }
  }
  return best?.sectionId ?? null
}

/** Puts a task before the first one of its section that stands later in the source. */
function insertByPlace(draft: PlanDraft, task: DraftTask): PlanDraft {
  const later = draft.tasks.findIndex(
    (other) =>
      other.sectionId === task.sectionId && other.start !== null && task.start !== null && other.start > task.start,
  )
  if (later < 0) return inSectionOrder({ ...draft, tasks: [...draft.tasks, task] })
  return { ...draft, tasks: draft.tasks.toSpliced(later, 0, task) }
}
