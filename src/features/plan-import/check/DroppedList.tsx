import { takeBack } from '@/domain/plan-draft/edit-tasks'
import type { DroppedText } from '@/domain/plan-draft/plan-draft'
import { ClampedText } from '@/ui/ClampedText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { ToneTag } from '@/ui/StatusTag'
import { Button } from 'antd'
import styles from './TaskList.module.css'
import { useDesk, useDeskActions } from './use-desk'

const REASONS: Readonly<Record<DroppedText['reason'], string>> = {
  navigation: '网页导航',
  page_furniture: '页眉页脚',
  advertisement: '广告',
  notice: '通知说明',
  deleted: '您删除的任务',
}

/** What became no task: passages the parser left out and tasks the clerk deleted; each can be taken back. */
export function DroppedList() {
  const dropped = useDesk(({ draft }) => draft.dropped)
  if (dropped.length === 0) {
    return (
      <Paper>
        <EmptyState title="没有未采用的文字。" hint="在原文里选中一段文字，也可以建为新任务。" />
      </Paper>
    )
  }
  return (
    <Paper isFlush>
      <ul className="ruled">
        {dropped.map((passage) => (
          <Dropped key={passage.id} passage={passage} />
        ))}
      </ul>
    </Paper>
  )
}

function Dropped({ passage }: { readonly passage: DroppedText }) {
  const { add } = useDeskActions()
  return (
    <li className={styles.row}>
      <div className={styles.droppedHead}>
        <ToneTag tone="neutral">{REASONS[passage.reason]}</ToneTag>
        <Button size="small" onClick={() => add((draft) => takeBack(draft, passage.id))}>
          {passage.task === null ? '取回为任务' : '恢复任务'}
        </Button>
      </div>
      <ClampedText lines={3}>{passage.text}</ClampedText>
    </li>
  )
}
