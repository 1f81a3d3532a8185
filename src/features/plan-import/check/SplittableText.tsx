import { splitTask, updateTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { Button } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { useId, useState } from 'react'
import styles from './TaskForm.module.css'
import { useDesk, useDeskActions } from './use-desk'

/** The task's words; put the cursor between two sentences to make two tasks of it. */
export function SplittableText({ task }: { readonly task: DraftTask }) {
  const { edit } = useDeskActions()
  const { text: sourceText } = useDesk((desk) => desk.source)
  const id = useId()
  const [cursor, setCursor] = useState(0)
  const canSplit = task.text.slice(0, cursor).trim() !== '' && task.text.slice(cursor).trim() !== ''
  return (
    <div>
      <div className={styles.labelLine}>
        <label htmlFor={id}>内容</label>
        <Button
          size="small"
          disabled={!canSplit}
          title="把光标放在要拆开的地方"
          onClick={() => edit((draft) => splitTask(draft, task.id, cursor, sourceText))}
        >
          在光标处拆分
        </Button>
      </div>
      <TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={task.text}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onChange={(event) =>
          edit((draft) => updateTask(draft, task.id, { text: event.target.value }), `${task.id} text`)
        }
      />
    </div>
  )
}
