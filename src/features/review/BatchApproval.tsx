import { useApproveReports } from '@/data/review/mutations'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import type { QueueItem } from '@/domain/review/queue'
import { taskName } from '@/domain/tasks/task-name'
import { MutationForm } from '@/ui/MutationForm'
import { Modal } from 'antd'
import styles from './QueuePage.module.css'

interface BatchApprovalProps {
  readonly isOpen: boolean
  readonly items: readonly QueueItem[]
  /** How many stand beside them that are looked at one by one. */
  readonly leftCount: number
  readonly onClose: () => void
  readonly onApproved: () => void
}

/** Names what is about to be approved, and says what is left; all of it is, or nothing. */
export function BatchApproval({ isOpen, items, leftCount, onClose, onApproved }: BatchApprovalProps) {
  const { mutateAsync } = useApproveReports()
  return (
    <Modal open={isOpen} title={`通过这 ${items.length} 份反馈？`} footer={null} onCancel={onClose} destroyOnHidden>
      <MutationForm
        actionLabel="全部通过"
        onSave={() => mutateAsync(items.map((item) => item.id))}
        savedWords={`已通过 ${items.length} 份${leftCount === 0 ? '' : `，${leftInWords(leftCount)}`}`}
        onDone={() => {
          onApproved()
          onClose()
        }}
        onCancel={onClose}
      >
        <p>所附佐证材料一并认可。有一份不能通过，就都不通过。</p>
        {leftCount === 0 ? null : <p className="soft">不在其内：{leftInWords(leftCount)}。</p>}
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
  return item.kind === 'progress' ? `${item.percent}%` : reportKindVocabulary.label(item.kind)
}

function leftInWords(count: number): string {
  return `本页另有 ${count} 份申请办结或无此事项，须逐份审核`
}
