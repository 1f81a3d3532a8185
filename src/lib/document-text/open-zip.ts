import { unzipSync, type UnzipFileInfo } from 'fflate'
import { DocumentReadError } from './document-read-error'

const MOST_ENTRIES = 10_000
const MOST_UNZIPPED_BYTES = 256 * 1024 * 1024

/** The wanted parts of a package by path, without a leading slash. */
export type ZipParts = ReadonlyMap<string, Uint8Array>

/** The paths in a package, without unpacking anything. */
export function listZip(bytes: Uint8Array): string[] {
  const names: string[] = []
  unzip(bytes, (entry) => {
    names.push(entry.name)
    return false
  })
  return names
}

/** Unpacks what `isWanted` picks. The declared sizes bound what is written, so a bomb cannot exceed the limit. */
export function openZip(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipParts {
  let total = 0
  const files = unzip(bytes, (entry) => {
    if (!isWanted(entry.name)) return false
    total += Math.max(entry.originalSize, entry.size)
    if (total > MOST_UNZIPPED_BYTES) throw new DocumentReadError('too_large')
    return true
  })
  return new Map(Object.entries(files).map(([name, content]) => [name.replace(/^\/+|\\/g, ''), content]))
}

function unzip(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  let count = 0
  try {
    return unzipSync(bytes, {
      filter: (entry) => {
        count += 1
        if (count > MOST_ENTRIES) throw new DocumentReadError('too_large')
        return filter(entry)
      },
    })
  } catch (error) {
    throw error instanceof DocumentReadError ? error : new DocumentReadError('damaged', error)
  }
}
