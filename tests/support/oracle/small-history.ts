import { dayFrom, instantFrom } from './days'
import type { Answer, AssignmentTerm, DueTerm, History, Plan, Reopening, Role, Submission } from './history'

/** At which minute of 2026 something happened: `03-01` is that day's noon in Shanghai, `03-01 23:59` the last minute of it. */
export function at(when: string): number {
  const [date = '', minute = '12:00'] = when.split(' ')
  return instantFrom(`${dated(date)}T${minute}:00+08:00`)
}

/** A day of 2026, or another year's where it is named. */
export function dated(date: string): string {
  return date.length > 5 ? date : `2026-${date}`
}

export const on = (date: string) => dayFrom(dated(date))

interface Words {
  plan?: Partial<Plan>
  /** Due days of the milestones, each with its weight where it has one. */
  due?: readonly (string | readonly [string, number])[]
  /** One each: unit u1, u2 … */
  roles?: readonly Role[]
}

type Reported = number | 'no_change' | 'not_applicable'

/**
 * A history of one task made by hand: plan `p` of 2026, task `t`, milestones m1, m2 …, assignments a1, a2 …; a1m2 is what a1
 * owes on m2.
 */
export function smallHistory({ plan = {}, due = ['12-31'], roles = ['lead'] }: Words = {}) {
  const issuedAt = plan.issuedAt ?? at('01-01 00:01')
  const milestones = due.map((_, index) => ({ id: `m${index + 1}`, taskId: 't' }))
  const assignments = roles.map((_, index) => ({ id: `a${index + 1}`, taskId: 't', unitId: `u${index + 1}` }))
  const dueTerms = due.map((term, index) => {
    const [date, weight] = typeof term === 'string' ? [term, 1] : term
    return { id: index, milestoneId: `m${index + 1}`, obligationId: null, dueOn: on(date), weight, knownFrom: issuedAt }
  })
  const assignmentTerms: AssignmentTerm[] = roles.map((role, index) => {
    return { id: index, assignmentId: `a${index + 1}`, role, isInForce: true, knownFrom: issuedAt }
  })
  const history: History & Growing = {
    plans: [{ ...USUAL, issuedAt, ...plan }],
    tasks: [{ id: 't', planId: 'p', withdrawnAt: null }],
    milestones,
    dueTerms: [...dueTerms],
    assignments,
    assignmentTerms,
    obligations: assignments.flatMap(({ id }) =>
      milestones.map((milestone) => {
        return { id: `${id}${milestone.id}`, taskId: 't', assignmentId: id, milestoneId: milestone.id }
      }),
    ),
    submissions: [],
    reopenings: [],
    answers: [],
  }
  return { history, ...happenings(history) }
}

const USUAL: Omit<Plan, 'issuedAt'> = {
  id: 'p',
  startsOn: on('01-01'),
  endsOn: on('12-31'),
  warningDays: 15,
  behindPoints: 20,
  cadence: 'none',
  graceDays: 10,
  closedAt: null,
}

interface Growing {
  dueTerms: DueTerm[]
  assignmentTerms: AssignmentTerm[]
  submissions: Submission[]
  reopenings: Reopening[]
  answers: Answer[]
}

function happenings(history: Growing) {
  return {
    /** Hands in, and has it decided where a decision is named. */
    report(
      obligationId: string,
      when: string,
      what: Reported,
      decision: 'approved' | 'returned' | null = null,
      decided = when,
    ) {
      const number = history.submissions.length + 1
      history.submissions.push({
        id: `s${number}`,
        obligationId,
        number,
        kind: typeof what === 'number' ? 'progress' : what,
        percent: typeof what === 'number' ? what : 0,
        submittedAt: at(when),
        decision,
        decidedAt: decision === null ? null : at(decided),
      })
    },
    reopen(obligationId: string, when: string) {
      history.reopenings.push({ obligationId, reopenedAt: at(when) })
    },
    answer(obligationId: string, when: string, answer: Answer['answer'], doneOn: string | null = null) {
      const id = `e${history.answers.length}`
      history.answers.push({
        id,
        obligationId,
        answer,
        doneOn: doneOn === null ? null : on(doneOn),
        answeredAt: at(when),
      })
    },
    amend(milestoneId: string, when: string, dueOn: string, weight = 1) {
      const id = history.dueTerms.length
      history.dueTerms.push({ id, milestoneId, obligationId: null, dueOn: on(dueOn), weight, knownFrom: at(when) })
    },
    extend(obligationId: string, when: string, dueOn: string) {
      const [id, milestoneId] = [history.dueTerms.length, obligationId.slice(2)]
      history.dueTerms.push({ id, milestoneId, obligationId, dueOn: on(dueOn), weight: null, knownFrom: at(when) })
    },
    /** Gives a unit its task in a role, or takes it away. */
    give(assignmentId: string, when: string, role: Role | null) {
      const id = history.assignmentTerms.length
      const former = history.assignmentTerms.findLast((term) => term.assignmentId === assignmentId)
      history.assignmentTerms.push({
        id,
        assignmentId,
        role: role ?? former?.role ?? 'lead',
        isInForce: role !== null,
        knownFrom: at(when),
      })
    },
  }
}
