import { strToU8, zipSync } from 'fflate'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const XLSX_TYPE = `${CONTENT}.sheet`

/** One column: its heading, and how many characters wide it is. */
export interface SheetColumn {
  readonly title: string
  readonly width: number
}

/**
 * A spreadsheet of one sheet whose cells are all text, with the headings kept in sight. Text and nothing else: a
 * telephone number keeps its leading zero, and nothing that somebody typed is taken for a formula.
 */
export function writeXlsx(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
): Uint8Array {
  const all = [columns.map(({ title }) => title), ...rows]
  return zipSync({
    '[Content_Types].xml': part(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': part(relation('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': part(
      `<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(relation('worksheet', 'worksheets/sheet1.xml')),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet xmlns="${SHEETS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map(widthOf).join('')}</cols><sheetData>${all.map(rowOf).join('')}</sheetData></worksheet>`,
    ),
  })
}

function part(xml: string): Uint8Array {
  return strToU8(DECLARATION + xml)
}

function relation(kind: string, target: string): string {
  return `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`
}

function widthOf({ width }: SheetColumn, at: number): string {
  return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`
}

function rowOf(cells: readonly string[], at: number): string {
  const written = cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`)
  return `<row r="${at + 1}">${written.join('')}</row>`
}

/** What XML cannot hold at all is left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
