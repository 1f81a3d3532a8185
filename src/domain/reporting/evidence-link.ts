import { decodeText } from '@/lib/decode-text'

const MAX_URL = 2000
const HAN = /\p{Script=Han}/u

/** A pasted address as a whole one, or null when it is none; a bare host gets https. */
export function readLink(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || /\s/.test(trimmed)) return null
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed) && withScheme !== trimmed && !/^[\w.-]+:\d+/.test(trimmed)) return null
  if (!URL.canParse(withScheme) || withScheme.length > MAX_URL) return null
  return new URL(withScheme).hostname.includes('.') ? withScheme : null
}

/** A title for a link, from its address alone: its last words if they are Chinese, else whose page it is. */
export function titleOfLink(url: string): string {
  const { hostname, pathname } = new URL(url)
  const last = pathname.split('/').findLast((part) => part !== '') ?? ''
  const words = (decodeText(last) ?? last)
    .replace(/\.\w{1,5}$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
  return HAN.test(words) ? words : `${hostname.replace(/^www\./, '')} 发布的网页`
}
