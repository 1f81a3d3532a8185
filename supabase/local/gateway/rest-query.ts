import { logicProblem } from './rest-logic'
import { filterProblem } from './rest-operators'
import { selectProblem } from './rest-select'

const MOST_PARAMETERS = 40
const NAME = '[a-z][a-z0-9_]*'
const ORDER = new RegExp(`^${NAME}(\\.(asc|desc))?(\\.(nullsfirst|nullslast))?$`)
const COLUMNS = new RegExp(`^("${NAME}"|${NAME})(,("${NAME}"|${NAME}))*$`)
const COLUMN = new RegExp(`^(${NAME}\\.){0,2}${NAME}$`)

type Rule = (value: string, table: string) => string | undefined

const matches =
  (pattern: RegExp, what: string): Rule =>
  (value) =>
    pattern.test(value) ? undefined : what

/** The parameters that are no filters; each may stand once. */
const PARAMETERS: ReadonlyMap<string, Rule> = new Map([
  ['select', selectProblem],
  [
    'order',
    (value) =>
      value.split(',').every((each) => ORDER.test(each)) ? undefined : 'the order has a form that is not used here',
  ],
  ['limit', matches(/^\d{1,7}$/, 'limit is not a number')],
  ['offset', matches(/^\d{1,9}$/, 'offset is not a number')],
  ['columns', matches(COLUMNS, 'columns is not a list of names')],
  ['or', logicProblem],
  ['and', logicProblem],
])

/** Words that the services behind us read as something else than a column. */
const RESERVED: ReadonlySet<string> = new Set([...PARAMETERS.keys(), 'not', 'on_conflict', 'apikey'])

/** Which parameters a kind of request may have besides filters. */
export const QUERY_PARAMETERS = {
  read: ['select', 'order', 'limit', 'offset', 'or', 'and'],
  insert: ['select', 'columns'],
  change: ['select', 'or', 'and'],
  call: ['select', 'order', 'limit', 'offset', 'or', 'and'],
} as const

export type QueryKind = keyof typeof QUERY_PARAMETERS

/** Why a query string may not pass, or undefined when it may. What the app does not use is refused, whatever it means. */
export function queryProblem(search: string, kind: QueryKind, table: string): string | undefined {
  const text = search.replace(/^\?/, '')
  if (!isProperlyEncoded(text)) return 'the query is not properly encoded'
  const parameters = [...new URLSearchParams(text)]
  if (parameters.length > MOST_PARAMETERS) return 'the query has too many parameters'
  const seen = new Set<string>()
  let filters = 0
  for (const [name, value] of parameters) {
    const rule = PARAMETERS.get(name)
    if (rule === undefined) filters += 1
    else if (seen.has(name)) return `the parameter ${name} stands twice`
    seen.add(name)
    const problem =
      rule === undefined ? filterIn(name, value, kind) : parameterIn(name, value, kind, (asked) => rule(asked, table))
    if (problem !== undefined) return problem
  }
  return kind === 'change' && filters === 0 ? 'a change must say which rows it is for' : undefined
}

function parameterIn(
  name: string,
  value: string,
  kind: QueryKind,
  rule: (value: string) => string | undefined,
): string | undefined {
  const isUsed = QUERY_PARAMETERS[kind].some((each) => each === name)
  return isUsed ? rule(value) : `the parameter ${name} is not used here`
}

function filterIn(name: string, value: string, kind: QueryKind): string | undefined {
  const isColumn = COLUMN.test(name) && !name.split('.').some((part) => RESERVED.has(part))
  if (!isColumn || kind === 'insert') return `the parameter ${name.slice(0, 40)} is not used here`
  return filterProblem(value)
}

function isProperlyEncoded(text: string): boolean {
  try {
    return !decodeURIComponent(text.replaceAll('+', ' ')).includes('\0')
  } catch {
    return false
  }
}
