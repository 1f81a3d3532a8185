import type { TaskId } from '@/domain/ids'
import type { EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import { defineCommand } from '../define-command'
import { toEarlierDuesJson } from './mapper'

interface AnswerInput {
  readonly taskId: TaskId
  readonly answers: EarlierDueAnswers
}

/** Says of what fell due before it was given whether it is done, owed or not tracked. */
export const useAnswerEarlierDues = defineCommand('answer_earlier_dues', ({ taskId, answers }: AnswerInput) => ({
  p_task_id: taskId,
  p_answers: toEarlierDuesJson(answers),
}))
