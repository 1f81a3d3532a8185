/** The code behind an address's hash; it stays in the browser and out of every server log. */
export function codeFromHash(hash: string): string {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''))
  } catch {
    return ''
  }
}
