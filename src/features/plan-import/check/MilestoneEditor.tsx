import { endOfYear, yearOf, type LocalDate } from '@/domain/local-date/local-date'
import { nextId, parseDraftMilestoneId, type DraftMilestoneId } from '@/domain/plan-draft/draft-ids'
import { updateTask } from '@/domain/plan-draft/edit-tasks'
import type { DraftMilestone, DraftTask } from '@/domain/plan-draft/plan-draft'
import { Buttons } from '@/ui/Buttons'
import { LocalDatePicker } from '@/ui/date-picker/LocalDatePicker'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import { Button, InputNumber } from 'antd'
import Input from 'antd/es/input/Input'
import styles from './TaskForm.module.css'
import { useDesk, useDeskActions } from './use-desk'

/** When the task is due: dates, or years, which are due on their 31 December. */
export function MilestoneEditor({ task }: { readonly task: DraftTask }) {
  const planEndsOn = useDesk(({ draft }) => draft.document.endsOn)
  const { edit } = useDeskActions()
  const change = (next: (milestones: readonly DraftMilestone[]) => readonly DraftMilestone[], mergeKey?: string) =>
    edit((draft) => {
      const current = draft.tasks.find((one) => one.id === task.id)
      return current === undefined ? draft : updateTask(draft, task.id, { milestones: next(current.milestones) })
    }, mergeKey)
  const add = (year: number | null) =>
    change((milestones) => [
      ...milestones,
      {
        id: nextId(parseDraftMilestoneId, 'm', milestones),
        dueOn: year === null ? planEndsOn : endOfYear(year),
        year,
        text: '',
        start: null,
        end: null,
      },
    ])
  const update = (id: DraftMilestoneId, fields: Partial<DraftMilestone>) =>
    change(
      (milestones) => milestones.map((milestone) => (milestone.id === id ? { ...milestone, ...fields } : milestone)),
      `${task.id} ${id} ${Object.keys(fields).join()}`,
    )

  return (
    <fieldset className={styles.group}>
      <legend>节点与时限</legend>
      {task.milestones.length === 0 ? <p className="faint">文中没有时限，按计划结束日期 {planEndsOn} 计。</p> : null}
      <ul>
        {task.milestones.map((milestone) => (
          <MilestoneLine
            key={milestone.id}
            milestone={milestone}
            onChange={(fields) => update(milestone.id, fields)}
            onRemove={() => change((milestones) => milestones.filter((one) => one.id !== milestone.id))}
          />
        ))}
      </ul>
      <Buttons>
        <Button size="small" onClick={() => add(null)}>
          加日期
        </Button>
        <Button size="small" onClick={() => add(nextYear(task, planEndsOn))}>
          加年度节点
        </Button>
      </Buttons>
    </fieldset>
  )
}

interface MilestoneLineProps {
  readonly milestone: DraftMilestone
  readonly onChange: (fields: Partial<DraftMilestone>) => void
  readonly onRemove: () => void
}

const FIRST_YEAR = 2000
const LAST_YEAR = 2100

function MilestoneLine({ milestone, onChange, onRemove }: MilestoneLineProps) {
  const name = milestone.year === null ? milestone.dueOn : `${milestone.year} 年`
  return (
    <li className={styles.milestone}>
      {milestone.year === null ? (
        <LocalDatePicker
          value={milestone.dueOn}
          isClearable={false}
          aria-label="到期日"
          onChange={(dueOn) => (dueOn === null ? undefined : onChange({ dueOn }))}
        />
      ) : (
        <InputNumber
          aria-label="年度"
          min={FIRST_YEAR}
          max={LAST_YEAR}
          suffix="年底"
          value={milestone.year}
          onChange={(year) => (year === null ? undefined : onChange({ year, dueOn: endOfYear(year) }))}
        />
      )}
      <Input
        className={styles.milestoneText ?? ''}
        aria-label={`${name}的要求`}
        placeholder="到期时要做到什么"
        value={milestone.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={`移除${name}的节点`} onClick={onRemove} />
    </li>
  )
}

/** The first year of the plan's last stretch that the task does not have yet. */
function nextYear(task: DraftTask, planEndsOn: LocalDate): number {
  const years = task.milestones.flatMap((milestone) => (milestone.year === null ? [] : [milestone.year]))
  return years.length === 0 ? yearOf(planEndsOn) : Math.max(...years) + 1
}
