const DEEPEST = 4
const MOST_TOKENS = 600

/** Aggregates would be read from a bare word. */
const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max'])

/**
 * Why a `select` may not pass, or undefined when it may: columns, and embedded tables with a name of their own, a hint or
 * `!inner`. Casts, aggregates, JSON paths and spread embeds are not used by the app.
 */
export function selectProblem(text: string): string | undefined {
  const tokens = text.match(/[A-Za-z_][A-Za-z0-9_]*|[*(),:!]|\S/g) ?? []
  if (tokens.length > MOST_TOKENS) return 'the select is too long'
  const reader = { tokens, at: 0 }
  return readColumns(reader, 1) && reader.at === tokens.length ? undefined : 'the select has a form that is not used here'
}

interface Reader {
  tokens: readonly string[]
  at: number
}

function readColumns(reader: Reader, depth: number): boolean {
  if (depth > DEEPEST) return false
  do if (!readColumn(reader, depth)) return false
  while (skip(reader, ','))
  return true
}

function readColumn(reader: Reader, depth: number): boolean {
  if (skip(reader, '*')) return true
  let name = takeName(reader)
  if (name !== undefined && skip(reader, ':')) name = takeName(reader)
  if (name === undefined) return false
  let isHinted = false
  while (skip(reader, '!')) {
    isHinted = true
    if (takeName(reader) === undefined) return false
  }
  if (skip(reader, '(')) return readColumns(reader, depth + 1) && skip(reader, ')')
  return !isHinted && !AGGREGATES.has(name)
}

function takeName(reader: Reader): string | undefined {
  const token = reader.tokens[reader.at]
  if (token === undefined || !/^[A-Za-z_]/.test(token)) return undefined
  reader.at += 1
  return token
}

function skip(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false
  reader.at += 1
  return true
}
