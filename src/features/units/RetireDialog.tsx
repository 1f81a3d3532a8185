import { openAssignmentsOptions, useRetireUnit, type OpenAssignment } from '@/data/units/retiring'
import { unitOptionsOptions, type Unit } from '@/data/units/queries'
import { ANSWERED_LATER, areAnswersWhole, type EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import { FormDialog } from '@/ui/FormDialog'
import { MutationForm } from '@/ui/MutationForm'
import { QueryState } from '@/ui/QueryState'
import { useToday } from '@/ui/use-today'
import { EarlierDueField, EarlierDueNote } from '@/ui/work/EarlierDueField'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { HandoverList } from './HandoverList'
import { countPastHandovers, isAnswered, toHandovers, type Answers } from './handovers'
import { ReasonItem } from './ReasonItem'
import styles from './UnitQuestion.module.css'

interface RetireDialogProps {
  readonly isOpen: boolean
  readonly unit: Unit
  readonly onClose: () => void
}

/** Ends a unit, and asks to whom each of its open tasks goes. */
export function RetireDialog({ isOpen, unit, onClose }: RetireDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title={`停用${unit.name}？`} width={720} onClose={onClose}>
      <RetireQuestion unit={unit} onClose={onClose} />
    </FormDialog>
  )
}

function RetireQuestion({ unit, onClose }: Omit<RetireDialogProps, 'isOpen'>) {
  const query = useQuery(openAssignmentsOptions(unit.id))
  return (
    <QueryState query={query}>
      {(assignments) => <RetireForm unit={unit} assignments={assignments} onClose={onClose} />}
    </QueryState>
  )
}

interface RetireFormProps extends Omit<RetireDialogProps, 'isOpen'> {
  readonly assignments: readonly OpenAssignment[]
}

function RetireForm({ unit, assignments, onClose }: RetireFormProps) {
  const { mutateAsync } = useRetireUnit()
  const { data: units = [] } = useQuery(unitOptionsOptions())
  const [answers, setAnswers] = useState<Answers>({})
  const today = useToday()
  const [earlierDues, setEarlierDues] = useState(ANSWERED_LATER)
  const accountable = assignments.filter(({ role }) => role !== 'supporting')
  const supporting = assignments.length - accountable.length
  const past = countPastHandovers(accountable, answers)
  return (
    <MutationForm<{ readonly reason: string }>
      name="retire"
      actionLabel="停用"
      isDanger
      isReady={isAnswered(accountable, answers) && (past === 0 || areAnswersWhole(earlierDues, today))}
      savedWords={`${unit.name}已停用`}
      onSave={({ reason }) =>
        mutateAsync({
          unitId: unit.id,
          handovers: toHandovers(accountable, answers),
          reason: reason.trim(),
          earlierDues: past === 0 ? ANSWERED_LATER : earlierDues,
        })
      }
      onDone={onClose}
      onCancel={onClose}
    >
      <div className={styles.parts}>
        {' '}
        {accountable.length === 0 ? (
          <p>没有未办结的负责任务。停用后不再接新任务，记录都会保留，发出的邀请一并撤销。</p>
        ) : (
          <>
            <p>还有 {accountable.length} 项负责的任务没有办结，请说明交给谁。以前的反馈和佐证保留在原单位名下。</p>
            <HandoverList
              assignments={accountable}
              takers={units.filter(({ id }) => id !== unit.id)}
              answers={answers}
              onChange={setAnswers}
            />
            <PastHandovers count={past} value={earlierDues} onChange={setEarlierDues} />
          </>
        )}
        {supporting === 0 ? null : <p>配合的 {supporting} 项任务，一并撤回分工。</p>}
      </div>{' '}
      <ReasonItem placeholder="如：机构改革，职能划入……" />
    </MutationForm>
  )
}

interface PastHandoversProps {
  readonly count: number
  readonly value: EarlierDueAnswers
  readonly onChange: (answers: EarlierDueAnswers) => void
}

/** One question for all that is handed over past its due day; single ones can be answered on their tasks. */
function PastHandovers({ count, value, onChange }: PastHandoversProps) {
  if (count === 0) return null
  return (
    <section aria-label="下达前到期">
      <p>
        其中 {count}{' '}
        项任务有已经到期的节点。以下选择对接手的单位一律适用，也可以先选「以后再说明」，再到各任务里逐项说明。
      </p>
      <EarlierDueField label="已到期的节点怎么办" value={value.all} onChange={(all) => onChange({ ...value, all })} />
      <EarlierDueNote value={value} onChange={onChange} />
    </section>
  )
}
