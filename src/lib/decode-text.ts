/** Text as it was before it was written into an address; null where no address can have been made of it. */
export function decodeText(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
