import { buildSourceDocument } from '../document-blocks'
import { parseHtml } from '../parse-markup'
import type { SourceDocument } from '../source-document'
import { HtmlBlockReader } from './html-blocks'

/** Reads a web page or what a word processor, a spreadsheet or a browser puts on the clipboard. */
export function readHtml(html: string): SourceDocument {
  return buildSourceDocument(new HtmlBlockReader().read(parseHtml(html)))
}
