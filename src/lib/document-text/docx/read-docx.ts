import { buildSourceDocument } from '../document-blocks'
import { DocumentReadError } from '../document-read-error'
import { openZip, type ZipParts } from '../open-zip'
import { childOf, descendantsOf, parseXml, type MarkupElement } from '../parse-markup'
import type { SourceDocument } from '../source-document'
import { DocxBodyReader } from './docx-body'
import { DocxNumbering } from './docx-numbering'
import { DocxStyles } from './docx-styles'

const DEFAULT_MAIN_PART = 'word/document.xml'

/** Reads the body of a word processor document; headers, footers, notes and comments stay out. */
export function readDocx(bytes: Uint8Array): SourceDocument {
  const parts = openZip(bytes, (name) => /\.rels$|(?:^|\/)(?:document|styles|numbering)\d*\.xml$/i.test(name))
  const mainPath = relationTarget(parts, '_rels/.rels', '', 'officeDocument') ?? DEFAULT_MAIN_PART
  const main = parsePart(parts, mainPath) ?? parsePart(parts, DEFAULT_MAIN_PART)
  const body = childOf(childOf(main, 'w:document'), 'w:body')
  if (body === undefined) throw new DocumentReadError('damaged')
  const styles = new DocxStyles(relatedPart(parts, mainPath, 'styles'))
  const numbering = new DocxNumbering(relatedPart(parts, mainPath, 'numbering'), styles)
  return buildSourceDocument(new DocxBodyReader(styles, numbering).read(body))
}

function relatedPart(parts: ZipParts, mainPath: string, kind: string): MarkupElement | undefined {
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1)
  const relations = `${folder}_rels/${mainPath.slice(folder.length)}.rels`
  return parsePart(parts, relationTarget(parts, relations, folder, kind) ?? `${folder}${kind}.xml`)
}

function relationTarget(parts: ZipParts, path: string, folder: string, kind: string): string | undefined {
  const root = parsePart(parts, path)
  if (root === undefined) return undefined
  const relation = descendantsOf(root, 'Relationship').find((element) =>
    element.attributes['Type']?.endsWith(`/${kind}`),
  )
  const target = relation?.attributes['Target']
  if (target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '')
}

function parsePart(parts: ZipParts, path: string): MarkupElement | undefined {
  const bytes = parts.get(path)
  return bytes === undefined ? undefined : parseXml(bytes)
}
