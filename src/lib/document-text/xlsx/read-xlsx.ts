import { buildSourceDocument, type Block } from '../document-blocks'
import { DocumentReadError } from '../document-read-error'
import { openZip } from '../open-zip'
import type { SourceDocument } from '../source-document'
import { gridToBlocks } from './sheet-grid'
import { readSheet } from './xlsx-sheet'
import { readWorkbook } from './xlsx-workbook'

/** Reads the visible sheets of a workbook one after another, each as a table. */
export function readXlsx(bytes: Uint8Array): SourceDocument {
  const parts = openZip(bytes, (name) =>
    /\.rels$|(?:^|\/)(?:workbook|sharedStrings|styles)\.xml$|\/worksheets\/.*\.xml$/i.test(name),
  )
  const workbook = readWorkbook(parts)
  if (workbook.sheets.length === 0) throw new DocumentReadError('damaged')
  const sheets = workbook.sheets.map((sheet) => {
    const part = parts.get(sheet.path)
    const content = part === undefined ? { cells: [], merges: [] } : readSheet(part, workbook)
    return { name: sheet.name, blocks: gridToBlocks(content.cells, content.merges) }
  })
  const filled = sheets.filter((sheet) => sheet.blocks.length > 0)
  return buildSourceDocument(filled.flatMap((sheet) => [...sheetTitle(sheet.name, filled.length), ...sheet.blocks]))
}

/** Sheet names tell several sheets apart; the names that programs give by default say nothing. */
function sheetTitle(name: string, sheetCount: number): Block[] {
  if (sheetCount < 2 || /^(?:sheet|工作表|表)\s*\d*$/i.test(name.trim())) return []
  return [{ kind: 'paragraph', text: name, headingLevel: 1 }]
}
