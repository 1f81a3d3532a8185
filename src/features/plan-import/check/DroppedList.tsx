import { takeBack } from '@/domain/plan-draft/edit-tasks'
import type { DroppedText, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { ClampedText } from '@/ui/ClampedText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { ToneTag } from '@/ui/StatusTag'
import { Button } from 'antd'
import { useDeskActions } from './check-context'
import styles from './TaskList.module.css'

const REASONS: Readonly<Record<DroppedText['reason'], string>> = {
  navigation: '网页导航',
  page_furniture: '页眉页脚',
  advertisement: '广告',
  appendix: '附件',
  notice: '通知说明',
  box: '文本框',
  copy_list: '主送抄送',
  deleted: '您删除的任务',
}

/** What became no task: passages the parser left out and tasks the clerk deleted; each can be taken back. */
export function DroppedList({ draft }: { readonly draft: PlanDraft }) {
  if (draft.dropped.length === 0) {
    return (
      <Paper>
        <EmptyState title="没有未采用的文字。" hint="在原文里选中一段文字，也可以建为新任务。" />
      </Paper>
    )
  }
  return (
    <Paper isFlush>
      <ul>
        {draft.dropped.map((passage) => (
          <Dropped key={passage.id} passage={passage} draft={draft} />
        ))}
      </ul>
    </Paper>
  )
}

function Dropped({ passage, draft }: { readonly passage: DroppedText; readonly draft: PlanDraft }) {
  const { edit, select } = useDeskActions()
  const restore = () => {
    const back = takeBack(draft, passage.id)
    edit(() => back.draft)
    select(back.taskId, 'source')
  }
  return (
    <li className={styles.row}>
      <div className={styles.droppedHead}>
        <ToneTag tone="neutral">{REASONS[passage.reason]}</ToneTag>
        <Button size="small" onClick={restore}>
          {passage.task === null ? '取回为任务' : '恢复任务'}
        </Button>
      </div>
      <ClampedText lines={3}>{passage.text}</ClampedText>
    </li>
  )
}
