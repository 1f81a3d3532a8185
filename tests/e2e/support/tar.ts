const BLOCK = 512

/** A file of an archive: where it goes, what is in it, and whether it may be run. */
export interface ArchivedFile {
  path: string
  data: Uint8Array
  mode: number
}

const textAt = (bytes: Buffer, start: number, length: number): string =>
  bytes.toString('utf8', start, start + length).split('\0', 1)[0] ?? ''
const octalAt = (bytes: Buffer, start: number, length: number): number =>
  Number.parseInt(textAt(bytes, start, length).trim(), 8)

/**
 * The files of a plain tar archive. It reads what the browser's package holds (files and folders with short names) and
 * refuses everything else by name, so that an archive written otherwise one day is not unpacked by half.
 */
export function readTar(archive: Buffer): ArchivedFile[] {
  const files: ArchivedFile[] = []
  let at = 0
  while (at + BLOCK <= archive.length) {
    const path = textAt(archive, at, 100)
    if (path === '') break
    const size = octalAt(archive, at + 124, 12)
    const kind = textAt(archive, at + 156, 1)
    const end = at + BLOCK + size
    if (!Number.isSafeInteger(size) || end > archive.length)
      throw new Error(`the archive is cut off or damaged at ${path}`)
    if (path.startsWith('/') || path.split('/').includes('..'))
      throw new Error(`the archive reaches outside its folder with ${path}`)
    if (
      !['', '0', '5'].includes(kind) ||
      (textAt(archive, at + 257, 6) === 'ustar' && textAt(archive, at + 345, 155) !== '')
    ) {
      throw new Error(`the archive holds ${path} in a way (${kind}) that is not read here`)
    }
    if (kind !== '5') files.push({ path, data: archive.subarray(at + BLOCK, end), mode: octalAt(archive, at + 100, 8) })
    at = at + BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
  return files
}
