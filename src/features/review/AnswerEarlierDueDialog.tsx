import { useAnswerEarlierDues } from '@/data/earlier-dues/mutations'
import { taskObligationsOptions } from '@/data/obligations/queries'
import { ANSWERED_LATER, areAnswersWhole, isAnyAnswered } from '@/domain/reporting/earlier-due'
import { FormDialog } from '@/ui/FormDialog'
import { MutationForm } from '@/ui/MutationForm'
import { useToday } from '@/ui/use-today'
import { EarlierDueField, EarlierDueNote } from '@/ui/work/EarlierDueField'
import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useState } from 'react'
import type { AnswerEarlierDueProps } from './AnswerEarlierDue'

interface AnswerEarlierDueDialogProps extends AnswerEarlierDueProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The question about one unit, and about all others that were given the same milestone after it was due. */
export function AnswerEarlierDueDialog({ isOpen, obligation, onClose }: AnswerEarlierDueDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title="说明下达前到期" onClose={onClose}>
      <AnswerForm obligation={obligation} onClose={onClose} />
    </FormDialog>
  )
}

function AnswerForm({ obligation, onClose }: Omit<AnswerEarlierDueDialogProps, 'isOpen'>) {
  const { id, taskId, milestoneId, unitName, dueOn } = obligation
  const today = useToday()
  const { mutateAsync } = useAnswerEarlierDues()
  const [answers, setAnswers] = useState(ANSWERED_LATER)
  const [isForAll, setIsForAll] = useState(false)
  const others = useOthersAsked(obligation)
  const save = () => {
    const { all, note } = answers
    return mutateAsync({ taskId, answers: { ...ANSWERED_LATER, each: { [isForAll ? milestoneId : id]: all }, note } })
  }
  return (
    <MutationForm
      actionLabel="说明"
      isReady={isAnyAnswered(answers) && areAnswersWhole(answers, today)}
      savedWords="已说明"
      onSave={save}
      onDone={onClose}
      onCancel={onClose}
    >
      <p>
        {unitName}接到这项任务时，{dueOn} 的节点已经到期。
      </p>
      <EarlierDueField label="怎么办" value={answers.all} onChange={(all) => setAnswers({ ...answers, all })} />
      {others === 0 ? null : (
        <Checkbox checked={isForAll} onChange={({ target }) => setIsForAll(target.checked)}>
          这一节点其他 {others} 个待说明的单位，一并这样说明
        </Checkbox>
      )}
      <EarlierDueNote value={answers} onChange={setAnswers} />
    </MutationForm>
  )
}

/** How many other units wait for an answer about the same milestone. */
function useOthersAsked({ id, taskId, milestoneId }: AnswerEarlierDueProps['obligation']): number {
  const { data = [] } = useQuery(taskObligationsOptions(taskId, null))
  return data.filter((each) => each.id !== id && each.milestoneId === milestoneId && each.reason === 'due_before_given')
    .length
}
