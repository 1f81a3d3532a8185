import { deleteTask, mergeWithNext, mergeWithPrevious, shiftTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { Button } from 'antd'
import styles from './TaskForm.module.css'
import { useDesk, useDeskActions } from './use-desk'

/** Merge, move, delete; all can be undone. */
export function TaskActions({ task }: { readonly task: DraftTask }) {
  const { edit, select, show } = useDeskActions()
  const tasks = useDesk(({ draft }) => draft.tasks)
  const at = tasks.findIndex((one) => one.id === task.id)
  const inSection = tasks.filter((one) => one.sectionId === task.sectionId)
  const previous = tasks[at - 1]
  const mergeUp = () => {
    edit((current) => mergeWithPrevious(current, task.id))
    select(previous?.id ?? null, 'source')
  }
  const remove = () => {
    edit((current) => deleteTask(current, task.id))
    select(null, 'result')
  }
  return (
    <div className={styles.actions}>
      <Button size="small" disabled={previous === undefined} onClick={mergeUp}>
        并入上一项
      </Button>
      <Button
        size="small"
        disabled={at === tasks.length - 1}
        onClick={() => edit((current) => mergeWithNext(current, task.id))}
      >
        合并下一项
      </Button>
      <Button
        size="small"
        disabled={inSection[0] === task}
        onClick={() => edit((current) => shiftTask(current, task.id, -1))}
      >
        上移
      </Button>
      <Button
        size="small"
        disabled={inSection.at(-1) === task}
        onClick={() => edit((current) => shiftTask(current, task.id, 1))}
      >
        下移
      </Button>
      <span className={styles.toSource}>
        <Button size="small" onClick={() => show('source')}>
          看原文
        </Button>
      </span>
      <Button size="small" danger onClick={remove}>
        删除任务
      </Button>
    </div>
  )
}
