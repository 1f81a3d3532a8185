import { decideDefaultUnit } from '@/domain/plan-draft/edit-units'
import type { DraftDefaultUnit } from '@/domain/plan-draft/plan-draft'
import { assignmentRoleVocabulary } from '@/domain/responsibility/assignment-role-vocabulary'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { Button } from 'antd'
import styles from './CheckDesk.module.css'
import { useDesk, useDeskActions } from './use-desk'

/** Units that one sentence makes responsible for every task: offered with the sentence. */
export function DefaultUnits() {
  const units = useDesk(({ draft }) => draft.defaultUnits)
  if (units.length === 0) return null
  return (
    <ul aria-label="各项任务都有的责任单位">
      {units.map((unit, index) => (
        <DefaultUnit key={index} unit={unit} index={index} />
      ))}
    </ul>
  )
}

function DefaultUnit({ unit, index }: { readonly unit: DraftDefaultUnit; readonly index: number }) {
  const tasks = useDesk(({ draft }) => draft.tasks.length)
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
