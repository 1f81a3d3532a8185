import { EMBEDS } from '../../embeds'

const DEEPEST = 4
/** The app's largest has seven; one table may be embedded twice, by two of its keys. */
const MOST_EMBEDS = 12
const MOST_OF_A_TABLE = 2
const MOST_TOKENS = 600

/** Aggregates would be read from a bare word. */
const AGGREGATES: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max'])

/**
 * Why a `select` on a table may not pass, or undefined when it may: columns, and the embedded tables of EMBEDS with a name
 * of their own, a hint or `!inner`, none within itself. Casts, aggregates, JSON paths and spread embeds are not used by the
 * app.
 */
export function selectProblem(text: string, table: string): string | undefined {
  const tokens = text.match(/[A-Za-z_][A-Za-z0-9_]*|[*(),:!]|\S/g) ?? []
  if (tokens.length > MOST_TOKENS) return 'the select is too long'
  const reader = { tokens, at: 0, embeds: 0 }
  return readColumns(reader, [table]) && reader.at === tokens.length
    ? undefined
    : 'the select has a form that is not used here'
}

interface Reader {
  tokens: readonly string[]
  at: number
  embeds: number
}

/** `path` are the tables from the outermost to the one whose columns come. */
function readColumns(reader: Reader, path: readonly string[]): boolean {
  if (path.length > DEEPEST) return false
  const seen = new Map<string, number>()
  do if (!readColumn(reader, path, seen)) return false
  while (skip(reader, ','))
  return true
}

function readColumn(reader: Reader, path: readonly string[], seen: Map<string, number>): boolean {
  if (skip(reader, '*')) return true
  let name = takeName(reader)
  if (name !== undefined && skip(reader, ':')) name = takeName(reader)
  if (name === undefined) return false
  let isHinted = false
  while (skip(reader, '!')) {
    isHinted = true
    if (takeName(reader) === undefined) return false
  }
  if (skip(reader, '(')) {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    reader.embeds += 1
    const isKnown = EMBEDS[path.at(-1) ?? '']?.includes(name) === true && !path.includes(name)
    return (
      isKnown &&
      times <= MOST_OF_A_TABLE &&
      reader.embeds <= MOST_EMBEDS &&
      readColumns(reader, [...path, name]) &&
      skip(reader, ')')
    )
  }
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
