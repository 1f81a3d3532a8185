import type { QueueItem } from '@/data/review/queue'
import { isCompleting } from '@/data/review/queue'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { taskName } from '@/domain/tasks/task-name'
import type { DataColumn } from '@/ui/data-column'
import { DateText, MomentText } from '@/ui/DateText'
import { ToneTag } from '@/ui/StatusTag'
import { PercentBar } from '@/ui/work/PercentBar'
import styles from './QueuePage.module.css'

/** The queue's columns; its order is the server's: oldest first. */
export const queueColumns: readonly DataColumn<QueueItem>[] = [
  {
    key: 'task',
    title: '任务',
    width: 260,
    onPhone: 'title',
    render: ({ taskNumber, taskTitle, planTitle }) => (
      <>
        {taskName({ number: taskNumber, title: taskTitle })}
        <span className={styles.plan}>{planTitle}</span>
      </>
    ),
  },
  { key: 'unit', title: '单位', width: 140, render: ({ unitName }) => unitName },
  {
    key: 'report',
    title: '反馈',
    width: 160,
    render: (item) => <ReportCell item={item} />,
  },
  { key: 'evidence', title: '佐证', width: 96, render: (item) => <EvidenceCell item={item} /> },
  { key: 'submitted', title: '报送', width: 88, render: ({ submittedAt }) => <MomentText at={submittedAt} /> },
  { key: 'due', title: '期限', width: 112, render: ({ dueOn }) => <DateText date={dueOn} /> },
  { key: 'done', title: '已完成', width: 280, isLongText: true, onPhone: 'hidden', render: ({ done }) => done },
]

function ReportCell({ item }: { readonly item: QueueItem }) {
  return (
    <span className={styles.report}>
      {item.kind === 'progress' ? <PercentBar percent={item.percent} /> : reportKindVocabulary.label(item.kind)}
      {isCompleting(item) ? <ToneTag tone="accent">申请办结</ToneTag> : null}
      {item.number > 1 ? <ToneTag tone="neutral">第 {item.number} 次报送</ToneTag> : null}
    </span>
  )
}

function EvidenceCell({ item }: { readonly item: QueueItem }) {
  if (item.evidenceCount > 0) return `${item.evidenceCount} 件`
  return isCompleting(item) ? <ToneTag tone="warning">缺佐证，须逐件审核</ToneTag> : '无'
}
