import { decodeText } from './decode-text'
import type { DocumentReadErrorCode } from './document-read-error'

type FileType = 'zip' | 'pdf' | 'html' | 'csv' | 'text'

type SniffedFile = { readonly type: FileType } | { readonly refused: DocumentReadErrorCode }

const IMAGE_MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const ARCHIVE_MAGIC: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4d, 0x5a, 0x90, 0x00],
]
const PACKAGED_EXTENSIONS = new Set(['docx', 'docm', 'xlsx', 'xlsm', 'pdf', 'wps', 'et', 'doc', 'xls', 'ofd'])

/** Tells what a file is by its content; the name decides only between kinds of text. */
export function sniffFileType(fileName: string, bytes: Uint8Array): SniffedFile {
  const extension = /\.([a-z0-9]+)\s*$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { type: 'zip' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { refused: sniffCompoundFile(extension, bytes) }
  const head = asciiOf(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return { type: 'pdf' }
  if (head.startsWith('{\\rtf')) return { refused: 'rtf' }
  if (isImage(bytes, head)) return { refused: 'image' }
  if (ARCHIVE_MAGIC.some((magic) => startsWith(bytes, magic))) return { refused: 'unsupported_type' }
  return sniffText(extension, bytes)
}

function sniffText(extension: string, bytes: Uint8Array): SniffedFile {
  const sample = decodeText(bytes.subarray(0, 64 * 1024))
  if (!sample.isPlausible) return { refused: PACKAGED_EXTENSIONS.has(extension) ? 'damaged' : 'unsupported_type' }
  const start = sample.text.trimStart().slice(0, 4096).toLowerCase()
  if (start.startsWith('<?xml') && start.includes('progid="word.document"')) return { refused: 'legacy_doc' }
  if (start.startsWith('<?xml') && start.includes('progid="excel.sheet"')) return { refused: 'legacy_xls' }
  if (start.startsWith('mime-version:')) return { refused: 'unsupported_type' }
  if (isHtml(extension, start)) return { type: 'html' }
  return { type: extension === 'csv' || extension === 'tsv' ? 'csv' : 'text' }
}

function isHtml(extension: string, start: string): boolean {
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|meta|table|div|p|span)\b/.test(start)
  )
    return true
  return /^html?$/.test(extension) && /<[a-z!][^<>]*>/.test(start)
}

/** The stream names inside a compound file tell what wrote it. */
function sniffCompoundFile(extension: string, bytes: Uint8Array): DocumentReadErrorCode {
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted'
  if (extension === 'wps' || extension === 'wpt' || extension === 'et') return 'wps'
  if (hasStream(bytes, 'WordDocument')) return 'legacy_doc'
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return 'legacy_xls'
  if (extension === 'doc' || extension === 'docx') return 'legacy_doc'
  return extension === 'xls' || extension === 'xlsx' ? 'legacy_xls' : 'unsupported_type'
}

/** A directory entry holds its name in UTF-16LE at a multiple of 128 bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const expected = Array.from(`${name}\0`, (character) => [character.charCodeAt(0), 0]).flat()
  for (let offset = 512; offset + expected.length <= bytes.length; offset += 128) {
    if (startsWith(bytes, expected, offset)) return true
  }
  return false
}

function isImage(bytes: Uint8Array, head: string): boolean {
  if (IMAGE_MAGIC.some((magic) => startsWith(bytes, magic))) return true
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return true
  return head.startsWith('BM') && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0 && bytes[9] === 0
}

function startsWith(bytes: Uint8Array, magic: readonly number[], offset = 0): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte)
}

function asciiOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}
