/** How long the browser may take to begin to write the file. */
const KEEP_ADDRESS_MS = 60_000

/** Saves a file that was read, under its own name. */
export function saveFileAs(file: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS_MS)
}
