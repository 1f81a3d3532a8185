/** Judges the text after an operator; undefined when it may pass. */
type ValueRule = (value: string) => string | undefined

const MOST_WILDCARDS = 8
const LONGEST_PATTERN = 300

/** lite reads a value that begins with a brace as a structure of its own. */
const plain: ValueRule = (value) => (/^\s*\{/.test(value) ? 'a value begins with a brace' : undefined)

const list: ValueRule = (value) => {
  if (!value.startsWith('(') || !value.endsWith(')')) return 'a list has no parentheses'
  return /[(,]\s*\{/.test(value) ? 'a value begins with a brace' : undefined
}

const truth: ValueRule = (value) =>
  /^(null|true|false|unknown)$/.test(value) ? undefined : 'is takes null, true or false'

const pattern: ValueRule = (value) => {
  if (value.length > LONGEST_PATTERN) return 'a pattern is too long'
  return value.replaceAll(/[^*%]/g, '').length > MOST_WILDCARDS ? 'a pattern has too many wildcards' : undefined
}

/**
 * The operators that the app's lists use, each with what may follow it. There is no match or imatch: a regular expression
 * that backtracks holds the database for minutes. A test compares these with the calls in src/data.
 */
export const REST_OPERATORS: ReadonlyMap<string, ValueRule> = new Map([
  ['eq', plain],
  ['neq', plain],
  ['gte', plain],
  ['lt', plain],
  ['in', list],
  ['is', truth],
  ['ilike', pattern],
])

/** Why `operator.value` may not pass, or undefined when it may. */
export function filterProblem(filter: string): string | undefined {
  const dot = filter.indexOf('.')
  const operator = dot === -1 ? filter : filter.slice(0, dot)
  const rule = REST_OPERATORS.get(operator)
  if (rule === undefined || dot === -1) return `the operator ${operator.slice(0, 40)} is not used here`
  return rule(filter.slice(dot + 1))
}
