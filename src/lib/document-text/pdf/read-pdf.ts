import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { buildSourceDocument } from '../document-blocks'
import { DocumentReadError, throwIfAborted } from '../document-read-error'
import type { SourceDocument } from '../source-document'
import { layOutPages } from './lay-out-pages'
import type { PageContent } from './pdf-geometry'
import { loadPdfRuntime, PdfEngineError } from './pdf-runtime'
import { readPage } from './read-page'

const MOST_PAGES = 2000
/** Less text than this per page is a stamp or a page number on a picture. */
const LEAST_CHARACTERS_PER_PAGE = 8
const MOST_UNREADABLE_SHARE = 0.3

/** Reads the text layer of a PDF. Scans, encrypted files and fonts without an encoding are told apart. */
export async function readPdf(bytes: Uint8Array, signal?: AbortSignal): Promise<SourceDocument> {
  const { pdf, prepare } = await loadPdfRuntime()
  throwIfAborted(signal)
  const session = prepare()
  const task = pdf.getDocument({
    ...session.resources,
    // The engine takes the buffer away to its worker, and the caller may still need it.
    // A Buffer of Node is refused, though it is a Uint8Array: hence a plain copy.
    data: new Uint8Array(bytes),
    // Pictures are never looked at: any is larger than this.
    maxImageSize: 1,
    disableFontFace: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  })
  const cancel = (): void => void task.destroy()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    const reading = task.promise.then((document) => readPages(document, pdf.OPS, signal))
    return toDocument(await Promise.race([reading, session.failure]))
  } catch (error) {
    throwIfAborted(signal)
    throw toReadError(error)
  } finally {
    signal?.removeEventListener('abort', cancel)
    await task.destroy()
    session.stop()
  }
}

async function readPages(
  document: PDFDocumentProxy,
  codes: Parameters<typeof readPage>[1],
  signal: AbortSignal | undefined,
): Promise<PageContent[]> {
  if (document.numPages > MOST_PAGES) throw new DocumentReadError('too_large')
  const pages: PageContent[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    throwIfAborted(signal)
    const page = await document.getPage(number)
    pages.push(await readPage(page, codes))
    page.cleanup()
  }
  return pages
}

function toDocument(pages: readonly PageContent[]): SourceDocument {
  const document = buildSourceDocument(layOutPages(pages))
  const visible = document.text.replace(/\s/g, '')
  if (visible.length < Math.max(1, pages.length) * LEAST_CHARACTERS_PER_PAGE) throw new DocumentReadError('scanned_pdf')
  const unreadable = visible.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  if (unreadable > visible.length * MOST_UNREADABLE_SHARE) throw new DocumentReadError('unreadable_pdf')
  return document
}

function toReadError(error: unknown): Error {
  if (error instanceof DocumentReadError || error instanceof PdfEngineError) return error
  const name = error instanceof Error ? error.name : ''
  return new DocumentReadError(name === 'PasswordException' ? 'encrypted' : 'damaged', error)
}
