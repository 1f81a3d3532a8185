import { decodeText } from '@/lib/decode-text'

/** The server prints its set-up code in capitals, in groups; people type it as they like. */
const SET_UP_CODE = /^[a-z0-9]{4}(?:-[a-z0-9]{4}){2}$/i

/** The code in what somebody pasted: the code itself, or the link that ends in it. */
export function codeFromText(text: string): string {
  const trimmed = text.trim()
  const afterHash = trimmed.slice(trimmed.indexOf('#') + 1)
  return SET_UP_CODE.test(afterHash) ? afterHash.toUpperCase() : (decodeText(afterHash) ?? afterHash)
}
