import { decideDefaultUnit } from '@/domain/plan-draft/edit-units'
import type { DraftDefaultUnit, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { Button } from 'antd'
import { useDeskActions } from './check-context'
import styles from './CheckDesk.module.css'

/** Units that one sentence makes responsible for every task: offered with the sentence. */
export function DefaultUnits({ draft }: { readonly draft: PlanDraft }) {
  if (draft.defaultUnits.length === 0) return null
  return (
    <ul aria-label="各项任务都有的责任单位">
      {draft.defaultUnits.map((unit, index) => (
        <DefaultUnit key={index} unit={unit} index={index} tasks={draft.tasks.length} />
      ))}
    </ul>
  )
}

function DefaultUnit({
  unit,
  index,
  tasks,
}: {
  readonly unit: DraftDefaultUnit
  readonly index: number
  readonly tasks: number
}) {
  const { edit } = useDeskActions()
  const decide = (isAccepted: boolean | null) => edit((draft) => decideDefaultUnit(draft, index, isAccepted))
  const name = `${unit.name}（${assignmentRoleVocabulary.label(unit.role)}）`
  return (
    <li>
      <Notice>
        <blockquote className={styles.quote}>{unit.text}</blockquote>
        <Buttons>
          {unit.isAccepted === null ? (
            <>
              <span>
                给全部 {tasks} 项任务都加上{name}？
              </span>
              <Button size="small" type="primary" onClick={() => decide(true)}>
                全部加上
              </Button>
              <Button size="small" onClick={() => decide(false)}>
                不加
              </Button>
            </>
          ) : (
            <>
              <span>{unit.isAccepted ? `全部任务都有${name}。` : `没有加${name}。`}</span>
              <Button size="small" onClick={() => decide(null)}>
                重新决定
              </Button>
            </>
          )}
        </Buttons>
      </Notice>
    </li>
  )
}
