import { useApproveReports } from '@/data/review/mutations'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import { isCompleting, type QueueItem } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { FormError } from '@/ui/FormError'
import { useFeedback } from '@/ui/feedback/feedback-context'
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
  const { say } = useFeedback()
  const { mutateAsync, isPending, error, reset } = useApproveReports()
  const close = () => {
    reset()
    onClose()
  }
  const approve = async () => {
    try {
      await mutateAsync(items.map((item) => item.id))
      say(`已通过 ${items.length} 件`)
      onApproved()
      close()
    } catch {
      // Shown in the dialog, whose list stays as it was chosen.
    }
  }
  return (
    <Modal
      open={isOpen}
      title={`通过这 ${items.length} 件反馈？`}
      okText="全部通过"
      cancelText="取消"
      confirmLoading={isPending}
      onOk={() => void approve()}
      onCancel={close}
      destroyOnHidden
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
      <FormError error={error} />
    </Modal>
  )
}

function whatIsApproved(item: QueueItem): string {
  if (isCompleting(item)) return `办结，佐证 ${item.evidenceCount} 件`
  return item.kind === 'progress' ? `${item.percent}%` : reportKindVocabulary.label(item.kind)
}
