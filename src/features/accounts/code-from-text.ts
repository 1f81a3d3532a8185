/** The code in what somebody pasted: the code itself, or the link that ends in it. */
export function codeFromText(text: string): string {
  const trimmed = text.trim()
  const afterHash = trimmed.slice(trimmed.indexOf('#') + 1)
  try {
    return decodeURIComponent(afterHash)
  } catch {
    return afterHash
  }
}
