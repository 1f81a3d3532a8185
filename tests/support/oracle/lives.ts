import { groupsOf } from './groups'
import type {
  Answer,
  Assignment,
  AssignmentTerm,
  DueTerm,
  History,
  Milestone,
  Obligation,
  Plan,
  Reopening,
  Submission,
  Task,
} from './history'

// The tables of a history, put together by plan, each list in the order in which it happened.

export interface PlanLife extends Plan {
  tasks: readonly TaskLife[]
}

export interface TaskLife extends Task {
  milestones: readonly MilestoneLife[]
  assignments: readonly AssignmentLife[]
  obligations: readonly ObligationLife[]
}

export interface MilestoneLife extends Milestone {
  terms: readonly DueTerm[]
}

export interface AssignmentLife extends Assignment {
  terms: readonly AssignmentTerm[]
}

export interface ObligationLife extends Obligation {
  milestone: MilestoneLife
  assignment: AssignmentLife
  ownTerms: readonly DueTerm[]
  submissions: readonly Submission[]
  reopenings: readonly Reopening[]
  answers: readonly Answer[]
}

/** Each plan of a history with all that happened to it. */
export function livesOf(history: History): PlanLife[] {
  const tasks = by(tasksOf(history), (task) => task.planId)
  return history.plans.map((plan) => ({ ...plan, tasks: tasks(plan.id) }))
}

function tasksOf(history: History): TaskLife[] {
  const dues = [...history.dueTerms].sort(inOrder((term) => [term.knownFrom, term.id]))
  const terms = by(
    dues.filter((term) => term.obligationId === null),
    (term) => term.milestoneId,
  )
  const roles = by(
    [...history.assignmentTerms].sort(inOrder((term) => [term.knownFrom, term.id])),
    (term) => term.assignmentId,
  )
  const milestones = history.milestones.map((milestone) => ({ ...milestone, terms: terms(milestone.id) }))
  const assignments = history.assignments.map((assignment) => ({ ...assignment, terms: roles(assignment.id) }))
  const obligations = obligationsOf(history, dues, milestones, assignments)
  const [milestonesOf, assignmentsOf, owedBy] = [
    by(milestones, (each) => each.taskId),
    by(assignments, (each) => each.taskId),
    by(obligations, (each) => each.taskId),
  ]
  return history.tasks.map((task) => ({
    ...task,
    milestones: milestonesOf(task.id),
    assignments: assignmentsOf(task.id),
    obligations: owedBy(task.id),
  }))
}

function obligationsOf(
  history: History,
  dues: readonly DueTerm[],
  milestones: readonly MilestoneLife[],
  assignments: readonly AssignmentLife[],
): ObligationLife[] {
  const own = by(dues, (term) => term.obligationId ?? '')
  const submissions = by(
    [...history.submissions].sort(inOrder((each) => [each.submittedAt, each.number])),
    (each) => each.obligationId,
  )
  const reopenings = by([...history.reopenings].sort(inOrder((each) => [each.reopenedAt])), (each) => each.obligationId)
  const answers = by([...history.answers].sort(inOrder((each) => [each.answeredAt])), (each) => each.obligationId)
  const [milestone, assignment] = [byId(milestones), byId(assignments)]
  return history.obligations.map((obligation) => ({
    ...obligation,
    milestone: milestone(obligation.milestoneId),
    assignment: assignment(obligation.assignmentId),
    ownTerms: own(obligation.id),
    submissions: submissions(obligation.id),
    reopenings: reopenings(obligation.id),
    answers: answers(obligation.id),
  }))
}

function by<T>(things: readonly T[], keyOf: (thing: T) => string): (key: string) => readonly T[] {
  const groups = groupsOf(things, keyOf)
  return (key) => groups.get(key) ?? []
}

function byId<T extends { id: string }>(things: readonly T[]): (id: string) => T {
  const found = new Map(things.map((thing) => [thing.id, thing]))
  return (id) => {
    const thing = found.get(id)
    if (thing === undefined) throw new Error(`the history names ${id} and does not have it`)
    return thing
  }
}

function inOrder<T>(keysOf: (thing: T) => readonly number[]): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keysOf(a), keysOf(b)]
    const place = left.findIndex((key, index) => key !== right[index])
    return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0)
  }
}
