import { parseLocalDate } from '@/domain/local-date/local-date'
import {
  isAnyAnswered,
  type EarlierDue,
  type EarlierDueAnswers,
  type EarlierDueChoice,
} from '@/domain/reporting/earlier-due'
import { taskName } from '@/domain/tasks/task-name'
import type { FunctionRow, Json } from '../database'
import { orNull } from '../rpc-args'

export function toEarlierDueOfDraft(row: FunctionRow<'earlier_dues_of_draft'>): EarlierDue {
  const task = taskName({ number: orNull(row.number), title: row.title })
  return {
    key: row.key,
    dueOn: parseLocalDate(row.due_on),
    words: row.requirement === '' ? task : `${task}：${row.requirement}`,
  }
}

export function toEarlierDueOfTask(row: FunctionRow<'earlier_dues_of_task'>): EarlierDue {
  return { key: row.milestone_id, dueOn: parseLocalDate(row.due_on), words: row.requirement }
}

/** Answers as functions take them (`p_earlier_dues`, `p_answers`); null where nothing is said of any. */
export function toEarlierDuesJson(answers: EarlierDueAnswers): Json {
  if (!isAnyAnswered(answers)) return null
  const { all, each, note } = answers
  const toJson = (choice: EarlierDueChoice) => toAnswerJson(choice, note.trim())
  return {
    all: toJson(all),
    each: Object.fromEntries(Object.entries(each).map(([key, choice]) => [key, toJson(choice)])),
  }
}

function toAnswerJson({ kind, day }: EarlierDueChoice, note: string): Json {
  const words = note === '' ? {} : { note }
  switch (kind) {
    // Said of a single one it keeps that for all from it.
    case 'later':
      return null
    case 'done':
      return { answer: 'done', doneOn: day, ...words }
    case 'owed':
      return { answer: 'owed', ...words }
    case 'owed_anew':
      return { answer: 'owed', dueOn: day, ...words }
    case 'not_tracked':
      return { answer: 'not_tracked', ...words }
  }
}
