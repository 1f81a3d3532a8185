import { earlierDueAnswerVocabulary } from '../reporting/earlier-due'
import { assignmentRoleVocabulary } from '../responsibility/assignment-role-vocabulary'
import type { HistoryEvent } from './history-event'

/** One column that changed, in words. */
interface ChangeInWords {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** What happened, and from what to what. */
interface EventInWords {
  readonly what: string
  readonly changes: readonly ChangeInWords[]
}

/** The columns a reader is told about; others are bookkeeping. */
const columnLabels: Readonly<Record<string, string>> = {
  title: '任务名称',
  requirement: '要求',
  due_on: '期限',
  weight: '权重',
  role: '分工',
}

/** An entry of the audit trail as a sentence, with the old and the new wording. */
export function describeEvent(event: HistoryEvent): EventInWords {
  switch (event.subject) {
    case 'tasks':
      return describeTask(event)
    case 'milestones':
      return describeMilestone(event)
    case 'assignments':
      return describeAssignment(event)
    case 'report_submissions':
      return { what: describeSubmission(event), changes: [] }
    case 'completion_reopenings':
      return { what: `重新打开${event.unitName ?? ''}的办结`, changes: [] }
    case 'earlier_dues':
      return { what: describeEarlierDue(event), changes: [] }
  }
}

function describeTask(event: HistoryEvent): EventInWords {
  if (event.action === 'created') return { what: '下达任务', changes: [] }
  if (newText(event, 'withdrawn_at') !== '') return { what: '撤销任务', changes: [] }
  return { what: '调整任务', changes: changesInWords(event) }
}

function describeMilestone(event: HistoryEvent): EventInWords {
  if (event.action === 'created') return { what: `设定节点 ${newText(event, 'due_on')}`, changes: [] }
  return { what: '调整节点', changes: changesInWords(event) }
}

function describeAssignment(event: HistoryEvent): EventInWords {
  const unit = event.unitName ?? '单位'
  if (event.action === 'created') return { what: `明确${unit}为${roleWord(newText(event, 'role'))}单位`, changes: [] }
  // The two units were one all along; what changed is whose name it goes by.
  if (oldText(event, 'unit_id') !== '') return { what: `单位合并，分工归入${unit}`, changes: changesInWords(event) }
  if (newText(event, 'withdrawn_at') !== '') return { what: `取消${unit}的分工`, changes: [] }
  if (oldText(event, 'withdrawn_at') !== '') return { what: `恢复${unit}的分工`, changes: changesInWords(event) }
  return { what: `调整${unit}的分工`, changes: changesInWords(event) }
}

function describeSubmission(event: HistoryEvent): string {
  const unit = event.unitName ?? '单位'
  if (event.action === 'created') return `${unit}${submissionWord(event)}`
  return event.toState === 'returned' ? `退回${unit}的进展反馈` : `通过${unit}的进展反馈`
}

function describeEarlierDue(event: HistoryEvent): string {
  const answer = newText(event, 'answer')
  const words = earlierDueAnswerVocabulary.is(answer) ? earlierDueAnswerVocabulary.label(answer) : answer
  const [doneOn, dueOn, note] = [newText(event, 'done_on'), newText(event, 'due_on'), newText(event, 'note')]
  const day = doneOn !== '' ? `（${doneOn}）` : dueOn !== '' ? `（新期限 ${dueOn}）` : ''
  return `说明${event.unitName ?? ''}下达前到期：${words}${day}${note === '' ? '' : `，${note}`}`
}

function submissionWord(event: HistoryEvent): string {
  switch (newText(event, 'kind')) {
    case 'no_change':
      return '反馈无变化'
    case 'not_applicable':
      return '反馈无此事项'
    default:
      return newText(event, 'percent') === '' ? '反馈进展' : `反馈进展 ${newText(event, 'percent')}%`
  }
}

function changesInWords(event: HistoryEvent): ChangeInWords[] {
  return Object.keys(columnLabels)
    .filter((column) => event.changes[column] !== undefined)
    .map((column) => ({
      label: columnLabels[column] ?? column,
      from: valueInWords(column, oldText(event, column)),
      to: valueInWords(column, newText(event, column)),
    }))
}

function valueInWords(column: string, text: string): string {
  if (text === '') return '（空）'
  return column === 'role' ? roleWord(text) : text
}

function roleWord(role: string): string {
  return assignmentRoleVocabulary.is(role) ? assignmentRoleVocabulary.label(role) : role
}

function oldText(event: HistoryEvent, column: string): string {
  return asText(event.changes[column]?.[0])
}

function newText(event: HistoryEvent, column: string): string {
  return asText(event.changes[column]?.[1])
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
