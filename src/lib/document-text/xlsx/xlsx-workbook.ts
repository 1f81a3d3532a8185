import type { ZipParts } from '../open-zip'
import { childOf, descendantsOf, elementsOf, parseXml, type MarkupElement } from '../parse-markup'
import { numberKindOf, type NumberKind } from './format-cell-number'

interface SheetReference {
  readonly name: string
  readonly path: string
}

export interface Workbook {
  readonly sheets: readonly SheetReference[]
  readonly uses1904: boolean
  readonly sharedStrings: readonly string[]
  /** By the style index that a cell carries. */
  readonly numberKinds: readonly NumberKind[]
}

/** Reads what the sheets of a workbook share. Hidden sheets are left out. */
export function readWorkbook(parts: ZipParts): Workbook {
  const root = parsePart(parts, 'xl/workbook.xml')
  const targets = relationTargets(parsePart(parts, 'xl/_rels/workbook.xml.rels'))
  const sheets = root === undefined ? [] : descendantsOf(root, 'sheet')
  const date1904 = root === undefined ? undefined : descendantsOf(root, 'workbookPr')[0]?.attributes['date1904']
  return {
    sheets: sheets
      .filter((sheet) => (sheet.attributes['state'] ?? 'visible') === 'visible')
      .map((sheet, index) => ({
        name: sheet.attributes['name'] ?? '',
        path: targets.get(sheet.attributes['r:id'] ?? '') ?? `xl/worksheets/sheet${index + 1}.xml`,
      })),
    uses1904: date1904 === '1' || date1904 === 'true',
    sharedStrings: readSharedStrings(parsePart(parts, 'xl/sharedStrings.xml')),
    numberKinds: readNumberKinds(parsePart(parts, 'xl/styles.xml')),
  }
}

/** The text of a string item: its runs without the phonetic guide. */
function readRichText(item: MarkupElement): string {
  const texts = elementsOf(item).map((child) => {
    if (child.name === 't') return child.children.filter((node) => typeof node === 'string').join('')
    return child.name === 'r' ? readRichText(child) : ''
  })
  return texts.join('')
}

/** Characters that XML cannot hold are written as _x000D_. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function readSharedStrings(root: MarkupElement | undefined): string[] {
  const table = root === undefined ? undefined : childOf(root, 'sst')
  if (table === undefined) return []
  return elementsOf(table)
    .filter((element) => element.name === 'si')
    .map((item) => decodeEscapes(readRichText(item)))
}

function readNumberKinds(root: MarkupElement | undefined): NumberKind[] {
  const sheet = childOf(root, 'styleSheet')
  const custom = new Map<string, string>()
  for (const format of elementsOfChild(sheet, 'numFmts')) {
    custom.set(format.attributes['numFmtId'] ?? '', format.attributes['formatCode'] ?? '')
  }
  return elementsOfChild(sheet, 'cellXfs').map((format) => {
    const id = format.attributes['numFmtId'] ?? '0'
    return numberKindOf(Number(id), custom.get(id))
  })
}

function elementsOfChild(element: MarkupElement | undefined, name: string): MarkupElement[] {
  const child = childOf(element, name)
  return child === undefined ? [] : elementsOf(child)
}

function relationTargets(root: MarkupElement | undefined): Map<string, string> {
  const relations = root === undefined ? [] : descendantsOf(root, 'Relationship')
  return new Map(
    relations.map((relation) => {
      const target = relation.attributes['Target'] ?? ''
      return [relation.attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

function parsePart(parts: ZipParts, path: string): MarkupElement | undefined {
  const bytes = parts.get(path)
  return bytes === undefined ? undefined : parseXml(bytes)
}
