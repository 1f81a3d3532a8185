import { useApproveReports } from '@/data/review/mutations'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { isCompleting, type QueueItem } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { MutationForm } from '@/ui/MutationForm'
import { Modal } from 'antd'
import styles from './QueuePage.module.css'

interface BatchApprovalProps {
  readonly isOpen: boolean
  readonly items: readonly QueueItem[]
  readonly onClose: () => void
  readonly onApproved: () => void
}

/** Names what is about to be approved; all of it is, or nothing. */
export function BatchApproval({ isOpen, items, onClose, onApproved }: BatchApprovalProps) {
  const { mutateAsync } = useApproveReports()
  return (
    <Modal open={isOpen} title={`通过这 ${items.length} 件反馈？`} footer={null} onCancel={onClose} destroyOnHidden>
      <MutationForm
        actionLabel="全部通过"
        onSave={() => mutateAsync(items.map((item) => item.id))}
        savedWords={`已通过 ${items.length} 件`}
        onDone={() => {
          onApproved()
          onClose()
        }}
        onCancel={onClose}
      >
        <p>所附佐证材料一并认可。有一件不能通过，就都不通过。</p>
        <ul className={`${styles.confirmList} ruled`} aria-label="将要通过的反馈">
          {items.map((item) => (
            <li key={item.id}>
              <span>
                {item.unitName} · {taskName({ number: item.taskNumber, title: item.taskTitle })}
              </span>
              <span className="faint">{whatIsApproved(item)}</span>
            </li>
          ))}
        </ul>
      </MutationForm>
    </Modal>
  )
}

function whatIsApproved(item: QueueItem): string {
  if (isCompleting(item)) return `办结，佐证 ${item.evidenceCount} 件`
  return item.kind === 'progress' ? `${item.percent}%` : reportKindVocabulary.label(item.kind)
}
