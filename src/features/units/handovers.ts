import type { Handovers, OpenAssignment } from '@/data/units/retiring'
import type { UnitId } from '@/domain/ids'

/** The choice that takes a unit off a task which others go on with. */
export const TAKEN_OFF = 'taken-off'

/** What was answered for each assignment so far. */
export type Answers = Readonly<Record<string, UnitId | typeof TAKEN_OFF>>

/** Whether each task has an answer that will do. */
export function isAnswered(assignments: readonly OpenAssignment[], answers: Answers): boolean {
  return assignments.every(({ id, isShared }) => {
    const answer = answers[id]
    return answer !== undefined && (answer !== TAKEN_OFF || isShared)
  })
}

/** One unit for all; where others go on, that stays a choice of its own. */
export function answerForAll(assignments: readonly OpenAssignment[], unitId: UnitId): Answers {
  return Object.fromEntries(assignments.map(({ id }) => [id, unitId]))
}

/** How many tasks go to another unit with milestones that are past. */
export function countPastHandovers(assignments: readonly OpenAssignment[], answers: Answers): number {
  return assignments.filter(({ id, hasEarlierDues }) => hasEarlierDues && answers[id] !== TAKEN_OFF).length
}

/** As the command takes them. */
export function toHandovers(assignments: readonly OpenAssignment[], answers: Answers): Handovers {
  return Object.fromEntries(
    assignments.map(({ id }) => {
      const answer = answers[id]
      return [id, answer === undefined || answer === TAKEN_OFF ? null : answer]
    }),
  )
}
