import { useRef } from 'react'

/** The rows that are chosen in a table, which outlive the page they were chosen on. */
export interface RowSelection<Row> {
  readonly selectedKeys: readonly string[]
  readonly onChange: (keys: string[]) => void
  /** Why a row cannot be chosen; null when it can. */
  readonly refusalOf?: (row: Row) => string | null
  /** Names a row's box for those who cannot see its row. */
  readonly labelOf: (row: Row) => string
}

/** What the box of one row needs to know. */
export interface RowChoice {
  readonly label: string
  readonly isChosen: boolean
  /** Why it cannot be chosen; null when it can. */
  readonly refusal: string | null
  /** `isRange` when all rows since the one chosen before are meant. */
  readonly onChange: (isOn: boolean, isRange: boolean) => void
}

/** The box of each row of a page, and which rows of it can be chosen; a click with the shift key reaches from the last one to this. */
export function useRowChoice<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  selection: RowSelection<Row> | undefined,
): { readonly choiceOf: (row: Row) => RowChoice | undefined; readonly choosable: readonly string[] } {
  const before = useRef<string | null>(null)
  const refusalOf = (row: Row) => selection?.refusalOf?.(row) ?? null
  const choosable = rows.filter((row) => refusalOf(row) === null).map(rowKey)
  const choiceOf = (row: Row): RowChoice | undefined => {
    if (selection === undefined) return undefined
    const key = rowKey(row)
    return {
      label: selection.labelOf(row),
      isChosen: selection.selectedKeys.includes(key),
      refusal: refusalOf(row),
      onChange: (isOn, isRange) => {
        const keys = isRange && before.current !== null ? keysBetween(choosable, before.current, key) : [key]
        before.current = key
        selection.onChange(choose(selection.selectedKeys, keys, isOn))
      },
    }
  }
  return { choiceOf, choosable }
}

/** The chosen keys after some are chosen or given up; the others stay as they are. */
export function choose(chosen: readonly string[], keys: readonly string[], isOn: boolean): string[] {
  const others = chosen.filter((key) => !keys.includes(key))
  return isOn ? [...others, ...keys] : others
}

function keysBetween(keys: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [keys.indexOf(from), keys.indexOf(to)]
  // The row chosen before stands on another page.
  if (start < 0) return [to]
  return keys.slice(Math.min(start, end), Math.max(start, end) + 1)
}
