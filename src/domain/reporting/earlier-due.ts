import { defineVocabulary } from '@/lib/vocabulary'
import { compareLocalDates, type LocalDate } from '../local-date/local-date'

/** What the lead office says of what fell due before it was given, as the database keeps it. */
export const earlierDueAnswerVocabulary = defineVocabulary([
  { value: 'done', label: '已经办结' },
  { value: 'owed', label: '仍需办理' },
  { value: 'not_tracked', label: '不再跟踪' },
])

/** What can be chosen: each answer, with the day that goes with it, and none for now. */
export const earlierDueChoiceVocabulary = defineVocabulary([
  { value: 'done', label: '已经办结', hint: '晚于期限的，记为逾期办结', dayLabel: '办结日期' },
  { value: 'owed', label: '仍需办理，按原期限', hint: '从今天起计为逾期', dayLabel: null },
  { value: 'owed_anew', label: '仍需办理，定新期限', hint: '从今天起按新期限计', dayLabel: '新期限' },
  { value: 'not_tracked', label: '不再跟踪', hint: '不催报，不计进度', dayLabel: null },
  { value: 'later', label: '以后再说明', hint: '显示为「下达前到期」，不计逾期', dayLabel: null },
])

export type EarlierDueKind = (typeof earlierDueChoiceVocabulary.values)[number]

/** A milestone that is past when it is given. */
export interface EarlierDue {
  /** Under which its answer is given. */
  readonly key: string
  readonly dueOn: LocalDate
  /** The task and what the milestone asks for; '' where the page has said it. */
  readonly words: string
}

/** One choice; the day is when it was done, or by when it is owed now. */
export interface EarlierDueChoice {
  readonly kind: EarlierDueKind
  readonly day: LocalDate | null
}

/** What was chosen for all, and for some of them before that. */
export interface EarlierDueAnswers {
  readonly all: EarlierDueChoice
  readonly each: Readonly<Record<string, EarlierDueChoice>>
  /** Kept in the history with every answer. */
  readonly note: string
}

/** What stands unless somebody chooses: nobody is judged by it. */
export const ANSWERED_LATER: EarlierDueAnswers = { all: { kind: 'later', day: null }, each: {}, note: '' }

export const LONGEST_EARLIER_DUE_NOTE = 500

/** What is still wrong with the day of a choice, in words; '' when nothing is. */
export function dayTrouble({ kind, day }: EarlierDueChoice, today: LocalDate): string {
  const { dayLabel } = earlierDueChoiceVocabulary.of(kind)
  if (dayLabel === null) return ''
  if (day === null) return `请填写${dayLabel}`
  const fromToday = compareLocalDates(day, today)
  if (kind === 'done' && fromToday > 0) return `${dayLabel}不能晚于今天`
  return kind === 'owed_anew' && fromToday < 0 ? `${dayLabel}不能早于今天` : ''
}

/** Whether every choice has a day that will do. */
export function areAnswersWhole({ all, each }: EarlierDueAnswers, today: LocalDate): boolean {
  return [all, ...Object.values(each)].every((choice) => dayTrouble(choice, today) === '')
}

/** Whether something is said of at least one of them. */
export function isAnyAnswered({ all, each }: EarlierDueAnswers): boolean {
  return [all, ...Object.values(each)].some(({ kind }) => kind !== 'later')
}
