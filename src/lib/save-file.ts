/** Hands a file that was made on the page to the browser, which keeps it where the reader keeps downloads. */
export function saveFile(name: string, content: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
