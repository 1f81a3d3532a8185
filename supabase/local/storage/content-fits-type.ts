/** How many of the first bytes the check looks at. */
export const HEAD_BYTES = 4096

type Kind =
  | 'pdf'
  | 'zip'
  | 'compound'
  | 'rtf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'bmp'
  | 'rar'
  | '7z'
  | 'program'
  | 'markup'
  | 'unknown'

/* oxlint-disable no-control-regex -- bytes, not text */
/** What a file begins with. */
const BEGINNINGS: readonly (readonly [Kind, RegExp])[] = [
  ['zip', /^PK(?:\x03\x04|\x05\x06|\x07\x08)/],
  ['compound', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  ['rtf', /^\{\\rtf/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[\s\S]{4}WEBP/],
  ['bmp', /^BM[\s\S]{4}\0\0\0\0/],
  ['rar', /^Rar!\x1a\x07/],
  ['7z', /^7z\xbc\xaf\x27\x1c/],
  ['program', /^(?:MZ|\x7fELF|#!|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe)/],
  // Scanners put a few bytes before the header; readers look for it in the first 1,024.
  ['pdf', /^[\s\S]{0,1019}%PDF-/],
  ['markup', /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|script|svg|\?xml|!--)/i],
]
/* oxlint-enable no-control-regex */

const IMAGES: readonly Kind[] = ['png', 'jpeg', 'gif', 'webp', 'bmp']
const OFFICE: readonly Kind[] = ['zip', 'compound', 'rtf']

/**
 * What may stand behind a media type. Pictures among themselves and office files among themselves count as one family:
 * phones and office programs mix the endings up all the time, and nothing of it runs.
 */
function kindsOf(mediaType: string): readonly Kind[] {
  if (mediaType === 'application/pdf') return ['pdf']
  if (mediaType === 'image/svg+xml') return ['markup']
  if (mediaType.startsWith('image/')) return IMAGES
  if (mediaType === 'application/vnd.rar') return ['rar', 'zip']
  if (mediaType === 'application/x-7z-compressed') return ['7z']
  if (mediaType === 'application/zip' || mediaType === 'application/ofd') return ['zip']
  if (mediaType.startsWith('text/html')) return ['markup', 'unknown']
  if (mediaType.startsWith('text/')) return ['unknown']
  if (/^application\/(?:msword|vnd\.(?:ms-|openxmlformats-))/.test(mediaType)) return OFFICE
  return [...OFFICE, 'unknown']
}

/** Whether the first bytes of a file are such as its media type promises. */
export function contentFitsType(head: Uint8Array, mediaType: string): boolean {
  const begin = Buffer.from(head).toString('latin1')
  const kind = BEGINNINGS.find(([, pattern]) => pattern.test(begin))?.[0] ?? 'unknown'
  const type = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!kindsOf(type).includes(kind)) return false
  return !type.startsWith('text/') || isText(head)
}

/** Text holds no NUL, unless it is UTF-16 and says so. */
function isText(head: Uint8Array): boolean {
  const saysUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return saysUtf16 || !head.includes(0)
}
