import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { doubtsFirst, openDoubts } from '@/domain/plan-draft/review-draft'
import { taskName } from '@/domain/tasks/task-name'
import { TextButton } from '@/ui/TextButton'
import styles from './DoubtList.module.css'
import { useDesk, useDeskActions } from './use-desk'

const MOST_SHOWN = 5

/** What the parser was not sure of stands before everything else, the most doubtful first, with its reason. */
export function DoubtList() {
  const draft = useDesk((desk) => desk.draft)
  const { tasks } = draft
  const { select } = useDeskActions()
  const doubtful = doubtsFirst(draft)
  if (doubtful.length === 0) return null
  return (
    <section className={styles.list} aria-label="请先核对">
      <h2>请先核对</h2>
      <ol>
        {doubtful.slice(0, MOST_SHOWN).map((task) => (
          <li key={task.id}>
            <TextButton aria-label={`核对第 ${tasks.indexOf(task) + 1} 项`} onClick={() => select(task.id, 'source')}>
              {nameOf(task)}
            </TextButton>
            <span className="soft">{openDoubts(task, draft)[0]?.message}</span>
          </li>
        ))}
      </ol>
      {doubtful.length > MOST_SHOWN ? (
        <p className="soft">另有 {doubtful.length - MOST_SHOWN} 项，可只看「待核对」。</p>
      ) : null}
    </section>
  )
}

function nameOf(task: DraftTask): string {
  const words = task.title === '' ? task.text : task.title
  return taskName({ number: task.number, title: words.length > 18 ? `${words.slice(0, 18)}…` : words })
}
