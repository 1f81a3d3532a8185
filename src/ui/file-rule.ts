/** Which files a picker takes. */
export interface FileRule {
  /** Endings without the dot, in lower case. */
  readonly extensions: readonly string[]
  readonly maxBytes: number
  /** The kinds in words, for the hint and the refusal. */
  readonly kindsInWords: string
}

const UNITS = ['字节', 'KB', 'MB', 'GB'] as const
const STEP = 1024

/** Why a file is refused, in words, or null when it is taken. */
export function refuseFile(file: { readonly name: string; readonly size: number }, rule: FileRule): string | null {
  const extension = file.name.includes('.') ? file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase() : ''
  if (!rule.extensions.includes(extension)) return `「${file.name}」不是可用的文件类型。请选择${rule.kindsInWords}。`
  if (file.size === 0) return `「${file.name}」是空文件。请重新选择。`
  if (file.size > rule.maxBytes)
    return `「${file.name}」有 ${sizeInWords(file.size)}，超过 ${sizeInWords(rule.maxBytes)}。请压缩或拆分。`
  return null
}

/** A file's size as people read it: 3.4 MB. */
export function sizeInWords(bytes: number): string {
  const level = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)))
  const value = bytes / STEP ** level
  const figure = level === 0 || value >= 100 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)
  return `${figure} ${UNITS[level] ?? ''}`
}
