import { decodeText } from '@/lib/decode-text'
import {
  parseObligationId,
  parsePlanId,
  parseSubmissionId,
  parseTaskId,
  parseUnitId,
  type MilestoneId,
  type PlanId,
  type SectionId,
  type TaskId,
  type UnitId,
} from '../ids'
import type { OUTSIDE_SECTIONS } from '../tasks/task'

/**
 * Every address of the app, so that a link in any room names its page. `pattern` is what the router matches; `to` makes
 * the address.
 */
function fixed<Pattern extends string>(pattern: Pattern) {
  return { pattern, to: (): string => pattern }
}

/** The page of one thing; `idIn` reads back which one from what the router matched. */
function withId<Pattern extends string, Id extends string>(pattern: Pattern, parse: (text: string) => Id) {
  const name = /:(\w+)/.exec(pattern)?.[1] ?? ''
  return {
    pattern,
    to: (id: Id): string => pattern.replace(`:${name}`, encodeURIComponent(id)),
    idIn: (params: Readonly<Record<string, string | undefined>>): Id => parse(params[name] ?? ''),
  }
}

/** A code travels behind the hash, which browsers never send to a server or its log; `codeIn` reads it back. */
function withCode<Pattern extends string>(pattern: Pattern) {
  return {
    pattern,
    to: (code?: string): string => (code === undefined ? pattern : `${pattern}#${encodeURIComponent(code)}`),
    codeIn: (hash: string): string => decodeText(hash.slice(1)) ?? '',
  }
}

export const paths = {
  home: fixed('/'),

  signIn: fixed('/sign-in'),
  setUp: withCode('/set-up'),
  invitation: withCode('/invitation'),
  reset: withCode('/reset'),
  me: fixed('/me'),

  dashboard: fixed('/dashboard'),
  tasks: fixed('/tasks'),
  task: withId('/tasks/:taskId', parseTaskId),
  units: fixed('/units'),
  unit: withId('/units/:unitId', parseUnitId),

  queue: fixed('/queue'),
  review: withId('/review/:submissionId', parseSubmissionId),
  plans: fixed('/plans'),
  planImport: fixed('/plans/import'),
  planCheck: withId('/plans/:planId/check', parsePlanId),
  plan: withId('/plans/:planId', parsePlanId),
  accounts: fixed('/accounts'),

  myTasks: fixed('/my-tasks'),
  obligation: withId('/obligations/:obligationId', parseObligationId),
} as const

/** An address with filters, such as the tasks behind a number: `withSearch(paths.tasks.to(), { signal: 'red' })`. */
export function withSearch(
  path: string,
  search: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== null && value !== undefined && value !== '') params.set(key, String(value))
  }
  const query = params.toString()
  return query === '' ? path : `${path}?${query}`
}

/** What a list of tasks can be narrowed to; the names are those of the address. */
export interface TaskListSearch {
  readonly asOf?: string | null
  readonly plan?: PlanId | ''
  readonly section?: SectionId | typeof OUTSIDE_SECTIONS
  readonly unit?: UnitId | ''
  readonly role?: 'accountable' | 'supporting'
  readonly signal?: string | undefined
  readonly year?: number
  readonly awaiting?: boolean
  readonly leadsDone?: boolean
  readonly words?: string
  readonly sort?: string
}

/** The list of tasks behind a number. */
export function taskListPath(search: TaskListSearch): string {
  return withSearch(paths.tasks.to(), { ...search })
}

/** A task at one of its milestones, to which its page scrolls; as it was on a day, when one is asked for. */
export function milestonePath(taskId: TaskId, milestoneId: MilestoneId, asOf: string | null): string {
  return `${withSearch(paths.task.to(taskId), { asOf })}#${milestoneId}`
}

/** Whether an address leads to this milestone of its task. */
export function isMilestoneIn(hash: string, milestoneId: MilestoneId): boolean {
  return hash === `#${milestoneId}`
}

/** A whole address that can be sent to somebody. */
export function absoluteUrl(path: string, origin: string): string {
  return new URL(path, origin).href
}
