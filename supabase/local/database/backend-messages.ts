/** One column of an answer. */
export interface Column {
  name: string
  type: number
}

/** What PostgreSQL says of an error; the names are those of the driver's errors. */
export type ErrorFields = Record<string, string>

const HEADER = 5
/** What follows a column's name: its table, place, type, size, modifier and format. */
const COLUMN_TAIL = 18
const TYPE_IN_TAIL = 6

const ERROR_FIELDS: Readonly<Record<string, string>> = {
  S: 'severity_local',
  V: 'severity',
  C: 'code',
  M: 'message',
  D: 'detail',
  H: 'hint',
  P: 'position',
  p: 'internal_position',
  q: 'internal_query',
  W: 'where',
  s: 'schema_name',
  t: 'table_name',
  c: 'column_name',
  d: 'type_name',
  n: 'constraint_name',
  F: 'file',
  L: 'line',
  R: 'routine',
}

/** The types of a statement's parameters, from a ParameterDescription. */
export function readParameterTypes(message: Buffer): number[] {
  return Array.from({ length: message.readUInt16BE(HEADER) }, (_, index) =>
    message.readUInt32BE(HEADER + 2 + index * 4),
  )
}

/** The columns of an answer, from a RowDescription. */
export function readColumns(message: Buffer): Column[] {
  let at = HEADER + 2
  return Array.from({ length: message.readUInt16BE(HEADER) }, () => {
    const end = message.indexOf(0, at)
    const column = { name: message.toString('utf8', at, end), type: message.readUInt32BE(end + 1 + TYPE_IN_TAIL) }
    at = end + 1 + COLUMN_TAIL
    return column
  })
}

/** The values of a row as text, from a DataRow; `take` gets each with its column's place. */
export function readRow(message: Buffer, take: (index: number, text: string | null) => void): void {
  const count = message.readUInt16BE(HEADER)
  let at = HEADER + 2
  for (let index = 0; index < count; index += 1) {
    const length = message.readInt32BE(at)
    at += 4
    if (length === -1) take(index, null)
    else take(index, message.toString('utf8', at, (at += length)))
  }
}

/** What was done, and to how many rows, from a CommandComplete such as "INSERT 0 3". */
export function readCommand(message: Buffer): { command: string; count: number | null } {
  const words = message.toString('latin1', HEADER, message.length - 1).split(' ')
  const last = words.at(-1) ?? ''
  const count = words.length > 1 && /^\d+$/.test(last) ? Number(last) : null
  return { command: words[0] ?? '', count }
}

/** The fields of an error, from an ErrorResponse. */
export function readError(message: Buffer): ErrorFields {
  const fields: ErrorFields = {}
  let at = HEADER
  while (message[at] !== 0 && at < message.length) {
    const end = message.indexOf(0, at)
    const name = ERROR_FIELDS[String.fromCharCode(message[at] ?? 0)]
    if (name !== undefined) fields[name] = message.toString('utf8', at + 1, end)
    at = end + 1
  }
  return fields
}
