import type { DraftTask, DraftUnit } from '@/domain/plan-draft/plan-draft'
import { openDoubts } from '@/domain/plan-draft/review-draft'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { CutText } from '@/ui/CutText'
import { ToneTag } from '@/ui/StatusTag'
import { lazyPart } from '@/ui/lazy-part'
import { memo, Suspense, useEffect, useRef } from 'react'
import { TaskAddon } from './TaskAddon'
import styles from './TaskList.module.css'
import { useDesk, useDeskActions } from './use-desk'
import { UnknownName } from './UnknownName'

// A plan has hundreds of rows, and one of them is open at a time.
const loadForm = () => import('./TaskForm').then((module) => module.TaskForm)
const TaskForm = lazyPart(loadForm)
const fetchForm = () => void loadForm().catch(() => undefined)

/** One task in short; opened, it becomes a form. It repaints when its own task changes, not with every other. */
export const TaskRow = memo(function TaskRow({ task }: { readonly task: DraftTask }) {
  const { select } = useDeskActions()
  const row = useRef<HTMLLIElement>(null)
  const isOpen = useDesk(({ selection }) => selection.taskId === task.id)
  const isFollowing = useDesk(({ selection }) => selection.taskId === task.id && selection.origin === 'source')
  const defaultUnits = useDesk(({ draft }) => draft.defaultUnits)
  const doubts = openDoubts(task, { defaultUnits })
  useEffect(() => {
    if (isFollowing) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isFollowing])

  const title = task.title === '' ? shorten(task.text) : task.title
  return (
    <li ref={row} className={isOpen ? `${styles.row} ${styles.open}` : styles.row} data-task-row={task.id}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        onPointerEnter={fetchForm}
        onFocus={fetchForm}
        onClick={() => select(isOpen ? null : task.id, 'result')}
      >
        <span className={styles.number}>{task.number ?? '—'}</span>
        <span className={styles.title}>{title === '' ? '未填内容的任务' : title}</span>
        {doubts.length > 0 ? <ToneTag tone="warning">待核对 {doubts.length}</ToneTag> : null}
        {task.isChecked && task.doubts.length > 0 ? <ToneTag tone="good">已核对</ToneTag> : null}
      </button>
      {isOpen || doubts.length === 0 ? null : (
        <p className={styles.missing}>{doubts.map((doubt) => doubt.message).join('')}</p>
      )}
      {isOpen ? (
        <Suspense fallback={<TaskShort task={task} />}>
          <TaskForm task={task} />
        </Suspense>
      ) : (
        <TaskShort task={task} />
      )}
      {isOpen ? null : <TaskAddon task={task} isOpen={false} />}
    </li>
  )
})

const SHORT_LENGTH = 40

function shorten(text: string): string {
  return text.length > SHORT_LENGTH ? `${text.slice(0, SHORT_LENGTH)}…` : text
}

function TaskShort({ task }: { readonly task: DraftTask }) {
  const { select } = useDeskActions()
  return (
    // The heading above is the control; the rest of the row only makes it easier to hit.
    <div className={styles.short} onClick={() => select(task.id, 'result')} role="presentation">
      {task.title === '' ? null : (
        <p className="soft">
          <CutText lines={2}>{task.text}</CutText>
        </p>
      )}
      <div className={`${styles.units} line soft`}>
        {/* Of a task still to be checked the row says so above. */}
        {task.isChecked && task.units.length === 0 ? <span className={styles.missing}>没有责任单位</span> : null}
        {assignmentRoleVocabulary.entries.map(({ value, label }) => (
          <RoleLine key={value} label={label} units={task.units.filter((unit) => unit.role === value)} />
        ))}
      </div>
      {task.milestones.length === 0 ? null : (
        <p className="faint">
          {task.milestones
            .map((milestone) => (milestone.year === null ? milestone.dueOn : `${milestone.year} 年`))
            .join('、')}
        </p>
      )}
    </div>
  )
}

/** The units of one role: 责任：区司法局、各街道？ */
function RoleLine({ label, units }: { readonly label: string; readonly units: readonly DraftUnit[] }) {
  if (units.length === 0) return null
  return (
    <span>
      {label}：
      {units.map((unit, index) => (
        <span key={`${index} ${unit.name}`}>
          {index === 0 ? '' : '、'}
          <UnitWord unit={unit} />
        </span>
      ))}
    </span>
  )
}

function UnitWord({ unit }: { readonly unit: DraftUnit }) {
  const kind = useDesk(({ names }) => names.get(unit.name)?.meaning.kind)
  if (kind === 'unresolved') {
    return <UnknownName>{unit.name}？</UnknownName>
  }
  return <span className={kind === 'not_tracked' ? styles.untracked : undefined}>{unit.name}</span>
}
