import { describe, expect, it } from 'vitest'
import type { SourceTable } from '@/lib/document-text/source-document'
import { parsePlanDocument } from './parse-plan-document'
import { recognizeColumns } from './table-columns'

interface Cell {
  readonly words: string
  readonly rowSpan?: number
  readonly columnSpan?: number
}

/** Lays rows of cells out as a document; null is a place that a merged cell covers. */
function tableOf(rows: readonly (readonly (Cell | null)[])[]): { text: string; tables: SourceTable[]; headings: [] } {
  let text = '2022年重点任务分工表\n'
  const start = text.length
  const cells = rows.flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      if (cell === null) return []
      const from = text.length
      text += `${cell.words}\n`
      const span = { start: from, end: from + cell.words.length }
      return [{ ...span, row: rowIndex, column, rowSpan: cell.rowSpan ?? 1, columnSpan: cell.columnSpan ?? 1 }]
    }),
  )
  const table = { start, end: text.length, rowCount: rows.length, columnCount: rows[0]?.length ?? 0, cells }
  return { text, tables: [table], headings: [] }
}

const words = (...cells: string[]): Cell[] => cells.map((cell) => ({ words: cell }))

describe('columns of a table', () => {
  it('are told by their headings', () => {
    const { text, tables } = tableOf([
      words('序号', '重点任务', '具体措施', '牵头单位', '配合单位', '责任领导', '完成时限', '备注'),
      words('1', '公开目录', '编制目录', '区府办', '各街道', '王某某', '6月底前', ''),
    ])
    const [table] = tables
    expect(table === undefined ? null : recognizeColumns(text, table)).toEqual({
      headerRows: 1,
      columns: ['number', 'title', 'text', 'lead', 'supporting', 'person', 'deadline', 'ignored'],
    })
  })

  it('are told by two rows of headings', () => {
    const { text, tables } = tableOf([
      [{ words: '序号', rowSpan: 2 }, { words: '工作任务', rowSpan: 2 }, { words: '责任单位', columnSpan: 2 }, null],
      [null, null, { words: '牵头单位' }, { words: '配合单位' }],
      words('1', '编制公开目录', '区府办', '各街道'),
    ])
    const [table] = tables
    expect(table === undefined ? null : recognizeColumns(text, table)).toEqual({
      headerRows: 2,
      columns: ['number', 'text', 'lead', 'supporting'],
    })
  })
})

describe('merged cells', () => {
  it('make sections of chapters, and one task of the rows under one number', () => {
    const [plan] = parsePlanDocument(
      tableOf([
        words('类别', '序号', '工作任务', '责任单位', '完成时限'),
        [{ words: '一、深化公开', rowSpan: 2 }, ...words('1', '编制目录', '区府办', '6月底前')],
        [null, ...words('2', '公开预算', '区财政局', '年底前')],
        [
          { words: '二、强化保障', rowSpan: 2 },
          { words: '3', rowSpan: 2 },
          { words: '开展培训' },
          { words: '区府办', rowSpan: 2 },
          { words: '5月底前' },
        ],
        [null, null, { words: '组织考核' }, null, { words: '12月底前' }],
      ]),
    ).plans
    expect(plan?.sections.map((section) => `${section.number} ${section.title}`)).toEqual([
      '一 深化公开',
      '二 强化保障',
    ])
    expect(plan?.tasks.map((task) => [task.section, task.number, task.deadlines])).toEqual([
      ['一', '1', ['2022-06-30']],
      ['一', '2', ['2022-12-31']],
      ['二', '3', ['2022-05-31', '2022-12-31']],
    ])
    expect(plan?.tasks[2]?.units.map((unit) => unit.name)).toEqual(['区府办'])
  })

  it('take a row of one cell for a heading', () => {
    const [plan] = parsePlanDocument(
      tableOf([
        words('序号', '工作任务', '责任单位'),
        [{ words: '一、城乡建设', columnSpan: 3 }, null, null],
        words('1', '改造道路2条', '区住建局'),
      ]),
    ).plans
    expect(plan?.sections.map((section) => section.title)).toEqual(['城乡建设'])
    expect(plan?.tasks.map((task) => task.section)).toEqual(['一'])
  })
})
