import { columnRoleVocabulary } from '@/domain/plan-document/column-role-vocabulary'
import { recognizeColumns } from '@/domain/plan-document/table-columns'
import type { ColumnMapping, ColumnRole } from '@/domain/plan-document/types'
import type { SourceTable } from '@/lib/document-text/source-document'
import { CutText } from '@/ui/CutText'
import { Paper } from '@/ui/Paper'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import styles from './FoundPlans.module.css'
import type { ReadPlan } from './read-plan-input'

interface ColumnMappingsProps {
  readonly read: ReadPlan
  /** Reads the document again with these columns. */
  readonly onApply: (columns: readonly (ColumnMapping | null)[]) => void
}

const SAMPLE_ROWS = 2
const MOST_TABLES = 20

/** What each column of the document's tables was taken for; changed here, the document is read again. */
export function ColumnMappings({ read, onApply }: ColumnMappingsProps) {
  const { document, tableColumns } = read
  const current = useMemo(() => mappingsOf(read), [read])
  const [mappings, setMappings] = useState(current)
  const shown = mappings.flatMap((mapping, index) => {
    const table = document.tables[index]
    return mapping === null || table === undefined ? [] : [{ mapping, table, index }]
  })
  if (shown.length === 0) return null

  const change = (at: number, column: number, role: ColumnRole) =>
    setMappings(
      mappings.map((mapping, index) =>
        index === at && mapping !== null ? withColumn(mapping, column, role) : mapping,
      ),
    )
  return (
    <Paper
      title="表格各列的含义"
      aside={
        <Button
          disabled={mappings === current}
          onClick={() =>
            onApply(
              mappings.map((mapping, index) => (mapping === current[index] ? (tableColumns[index] ?? null) : mapping)),
            )
          }
        >
          按此重新识别
        </Button>
      }
    >
      {shown.map(({ mapping, table, index }) => (
        <div key={index} className={styles.tableScroll}>
          <MappedTable
            text={document.text}
            table={table}
            mapping={mapping}
            onChange={(column, role) => change(index, column, role)}
          />
        </div>
      ))}
    </Paper>
  )
}

interface MappedTableProps {
  readonly text: string
  readonly table: SourceTable
  readonly mapping: ColumnMapping
  readonly onChange: (column: number, role: ColumnRole) => void
}

function MappedTable({ text, table, mapping, onChange }: MappedTableProps) {
  const columns = Array.from({ length: table.columnCount }, (_, column) => column)
  const firstRow = Math.max(0, mapping.headerRows - 1)
  const rows = Array.from({ length: Math.min(table.rowCount - firstRow, SAMPLE_ROWS + 1) }, (_, row) => firstRow + row)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column}>
              <Select<ColumnRole>
                aria-label={`第 ${column + 1} 列的含义`}
                className={styles.role ?? ''}
                value={mapping.columns[column] ?? 'ignored'}
                options={columnRoleVocabulary.entries.map(({ value, label }) => ({ value, label }))}
                onChange={(role) => onChange(column, role)}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {columns.map((column) => (
              <td key={column}>
                <span className="soft">
                  <CutText lines={2}>{cellText(text, table, row, column)}</CutText>
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The clerk's columns, else the recognised ones; null for what is no table of tasks. */
function mappingsOf({ document, tableColumns }: ReadPlan): (ColumnMapping | null)[] {
  return document.tables.map((table, index) => {
    if (!isTaskTable(table) || index >= MOST_TABLES) return null
    return tableColumns[index] ?? recognizeColumns(document.text, table)
  })
}

function isTaskTable(table: SourceTable): boolean {
  return table.columnCount > 1 && table.rowCount > 1
}

function withColumn(mapping: ColumnMapping, at: number, role: ColumnRole): ColumnMapping {
  return { ...mapping, columns: mapping.columns.map((column, index) => (index === at ? role : column)) }
}

function cellText(text: string, table: SourceTable, row: number, column: number): string {
  const cell = table.cells.find((one) => one.row === row && one.column === column)
  return cell === undefined ? '' : text.slice(cell.start, cell.end)
}
