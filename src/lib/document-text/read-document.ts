import { decodeText } from './decode-text'
import { DocumentReadError, throwIfAborted, type DocumentReadErrorCode } from './document-read-error'
import { readDocx } from './docx/read-docx'
import { readHtml } from './html/read-html'
import { listZip } from './open-zip'
import { readPlainText } from './read-plain-text'
import { sniffFileType } from './sniff-file-type'
import type { SourceDocument } from './source-document'
import { readDelimitedText } from './xlsx/read-delimited-text'
import { readXlsx } from './xlsx/read-xlsx'

export { DocumentReadError, documentReadMessage, type DocumentReadErrorCode } from './document-read-error'
export { readHtml as readPastedHtml } from './html/read-html'
export { readPlainText } from './read-plain-text'

const MOST_BYTES = 50 * 1024 * 1024

/** Reads a file of any supported kind, told by its content. Throws `DocumentReadError`, or the signal's reason. */
export async function readDocument(fileName: string, bytes: Uint8Array, signal?: AbortSignal): Promise<SourceDocument> {
  throwIfAborted(signal)
  if (bytes.length === 0) throw new DocumentReadError('empty')
  if (bytes.length > MOST_BYTES) throw new DocumentReadError('too_large')
  const document = await readByType(fileName, bytes, signal)
  throwIfAborted(signal)
  if (document.text.trim() === '') throw new DocumentReadError('empty')
  return document
}

async function readByType(
  fileName: string,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<SourceDocument> {
  const sniffed = sniffFileType(fileName, bytes)
  if ('refused' in sniffed) throw new DocumentReadError(sniffed.refused)
  switch (sniffed.type) {
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf')
      return readPdf(bytes, signal)
    }
    case 'zip':
      return readPackage(bytes)
    case 'html':
      return readHtml(decodeHtml(bytes))
    case 'csv':
      return readDelimitedText(decodeText(bytes).text)
    case 'text':
      return readPlainText(decodeText(bytes).text)
  }
}

function readPackage(bytes: Uint8Array): SourceDocument {
  const names = listZip(bytes)
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
  if (has(/^\/?word\/document\d*\.xml$/i)) return readDocx(bytes)
  if (has(/^\/?xl\/workbook\.xml$/i)) return readXlsx(bytes)
  throw new DocumentReadError(refusedPackage(has))
}

function refusedPackage(has: (pattern: RegExp) => boolean): DocumentReadErrorCode {
  if (has(/^\/?OFD\.xml$/i)) return 'ofd'
  if (has(/^\/?xl\/workbook\.bin$/i)) return 'legacy_xls'
  if (has(/^EncryptedPackage$|^encryption\.xml$/i)) return 'encrypted'
  return 'unsupported_type'
}

/** A page may declare its encoding; a wrong declaration shows as invalid bytes and is not believed. */
function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  const hasMark = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe
  if (declared === undefined || hasMark) return decodeText(bytes).text
  try {
    return new TextDecoder(/^gb/i.test(declared) ? 'gb18030' : declared, { fatal: true }).decode(bytes)
  } catch {
    return decodeText(bytes).text
  }
}
