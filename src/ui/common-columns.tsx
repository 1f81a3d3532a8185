import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import type { Tone } from '@/lib/tone'
import type { Vocabulary, VocabularyEntry } from '@/lib/vocabulary'
import { Button } from 'antd'
import type { DataColumn } from './data-column'
import { MomentText } from './DateText'
import { StatusTag } from './StatusTag'

/** What tells one column from another of its kind. */
export type ColumnHead = Pick<DataColumn<never>, 'key' | 'title' | 'width' | 'onPhone'>

/** A status in the words and tone of its vocabulary; blank where a row has none. */
export function statusColumn<Row, Entry extends VocabularyEntry & { readonly tone?: Tone }>(
  head: ColumnHead,
  vocabulary: Vocabulary<Entry>,
  valueOf: (row: Row) => Entry['value'] | null,
): DataColumn<Row> {
  return {
    ...head,
    text: (row) => {
      const value = valueOf(row)
      return value === null ? null : vocabulary.label(value)
    },
    render: (row) => {
      const value = valueOf(row)
      return value === null ? null : <StatusTag vocabulary={vocabulary} value={value} />
    },
  }
}

interface MomentForm {
  /** `full` writes the time out; otherwise it is said as 3 天前. */
  readonly form?: 'relative' | 'full'
  /** Said where it never happened. */
  readonly never?: string
}

/** When something happened. */
export function momentColumn<Row>(
  head: ColumnHead,
  atOf: (row: Row) => string | null,
  { form = 'relative', never = '' }: MomentForm = {},
): DataColumn<Row> {
  return {
    ...head,
    text: (row) => {
      const at = atOf(row)
      return at === null ? never : dateTimeInTable(new Date(at))
    },
    render: (row) => {
      const at = atOf(row)
      return at === null ? never : <MomentText at={at} form={form} />
    },
  }
}

/** What can be done with a row; says nothing of it. */
export function actionsColumn<Row>(width: number, render: (row: Row) => React.ReactNode): DataColumn<Row> {
  return { key: 'actions', title: '操作', width, text: () => null, onPaper: 'hidden', render }
}

/** The button that edits a row, for those who may. */
export function editColumns<Row extends { readonly id: string; readonly name: string }>(
  onEdit: ((id: Row['id']) => void) | undefined,
): DataColumn<Row>[] {
  if (onEdit === undefined) return []
  const render = ({ id, name }: Row) => (
    <Button size="small" onClick={() => onEdit(id)} aria-label={`编辑${name}`}>
      编辑
    </Button>
  )
  return [actionsColumn(80, render)]
}
