import { dueInFull } from '@/domain/reporting/due-dates'
import { percentInWords } from '@/domain/reporting/percent'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { isCompleting, type QueueItem } from '@/domain/review/queue'
import { momentColumn } from '@/ui/common-columns'
import type { DataColumn } from '@/ui/data-column'
import { ToneTag } from '@/ui/StatusTag'
import { DueText } from '@/ui/work/DueText'
import { PercentBar } from '@/ui/work/PercentBar'
import { taskColumn } from '@/ui/work/work-columns'

/** The queue's columns; its order is the server's: oldest first. */
export const queueColumns: readonly DataColumn<QueueItem>[] = [
  taskColumn(
    ({ taskNumber, taskTitle }) => ({ number: taskNumber, title: taskTitle }),
    ({ planTitle }) => [planTitle],
  ),
  { key: 'unit', title: '单位', width: 140, text: ({ unitName }) => unitName },
  {
    key: 'report',
    title: '反馈',
    width: 160,
    text: reportInWords,
    render: (item) => <ReportCell item={item} />,
  },
  { key: 'evidence', title: '佐证', width: 96, text: evidenceInWords, render: (item) => <EvidenceCell item={item} /> },
  {
    key: 'due',
    title: '期限',
    width: 112,
    text: dueInFull,
    render: ({ dueOn, milestoneDueOn }) => <DueText state={{ dueOn, milestoneDueOn }} />,
  },
  momentColumn({ key: 'submitted', title: '报送', width: 88 }, ({ submittedAt }) => submittedAt),
  {
    key: 'done',
    title: '已完成',
    width: 280,
    isLongText: true,
    onPhone: 'hidden',
    onTight: 'hidden',
    text: ({ done }) => done,
  },
]

function reportInWords(item: QueueItem): string {
  const words = item.kind === 'progress' ? percentInWords(item.percent) : reportKindVocabulary.label(item.kind)
  return [words, isCompleting(item) ? COMPLETING : '', again(item)].filter((part) => part !== '').join('，')
}

function again({ number }: QueueItem): string {
  return number > 1 ? `第 ${number} 次报送` : ''
}

const COMPLETING = '申请办结'

function ReportCell({ item }: { readonly item: QueueItem }) {
  return (
    <span className="line">
      {item.kind === 'progress' ? (
        <PercentBar progress={{ percent: item.percent }} />
      ) : (
        reportKindVocabulary.label(item.kind)
      )}
      {isCompleting(item) ? <ToneTag tone="accent">{COMPLETING}</ToneTag> : null}
      {again(item) === '' ? null : <ToneTag tone="neutral">{again(item)}</ToneTag>}
    </span>
  )
}

function evidenceInWords(item: QueueItem): string {
  if (item.evidenceCount > 0) return `${item.evidenceCount} 件`
  return isCompleting(item) ? '缺佐证' : '无'
}

function EvidenceCell({ item }: { readonly item: QueueItem }) {
  const words = evidenceInWords(item)
  return item.evidenceCount === 0 && isCompleting(item) ? <ToneTag tone="warning">{words}</ToneTag> : words
}
