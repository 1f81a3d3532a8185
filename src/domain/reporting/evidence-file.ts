/** Endings that count as evidence, each with the media type it is stored under; the policies of Storage name the same. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  wps: 'application/vnd.ms-works',
  et: 'application/octet-stream',
  dps: 'application/octet-stream',
  ofd: 'application/ofd',
  txt: 'text/plain',
  csv: 'text/csv',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  '7z': 'application/x-7z-compressed',
}

const MEBIBYTE = 1_048_576

/** Which files a unit may hand in as evidence. */
export const evidenceFileRule = {
  extensions: Object.keys(MEDIA_TYPES),
  maxBytes: 50 * MEBIBYTE,
  kindsInWords: 'PDF、Office、WPS、OFD、图片、文本或 ZIP/RAR/7z 压缩包',
} as const

/** A file name's ending without the dot, in lower case; '' when it has none. */
export function extensionOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase()
}

const LONGEST_NAME = 200
/** Characters of control and of the direction of writing: unseen, and good only for showing a name that is not the name. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}/\\]/gu

/** A file's own name as the database keeps it: without unseen characters, at most 200 characters with its ending. */
export function plainFileName(fileName: string): string {
  const ending = `.${extensionOf(fileName)}`
  const stem = fileName.slice(0, fileName.lastIndexOf('.')).replaceAll(UNSEEN, '').trim()
  return `${stem === '' ? '文件' : stem.slice(0, LONGEST_NAME - ending.length)}${ending}`
}

/** The media type a file is stored under; it follows the name, because browsers know neither WPS nor OFD. */
export function evidenceMediaType(fileName: string): string {
  return MEDIA_TYPES[extensionOf(fileName)] ?? 'application/octet-stream'
}

/** How a file can be looked at without leaving the page. */
export function previewKindOf(fileName: string): 'image' | 'pdf' | 'none' {
  const mediaType = evidenceMediaType(fileName)
  if (mediaType.startsWith('image/')) return 'image'
  return mediaType === 'application/pdf' ? 'pdf' : 'none'
}

const MAX_TITLE = 200
/** What phones call their photographs; such a name tells nobody anything. */
const CAMERA_NAME = /^(?:image|img|photo|dcim|mmexport|wx_camera|微信图片)?[\s_-]*\d*$/i

/** The title a file starts with: its name without the ending; a photograph's says when it was added. */
export function titleOfFile(fileName: string, when: string): string {
  const dot = fileName.lastIndexOf('.')
  const stem = (dot > 0 ? fileName.slice(0, dot) : fileName).replaceAll(UNSEEN, '').trim()
  if (previewKindOf(fileName) === 'image' && CAMERA_NAME.test(stem)) return `照片 ${when}`
  return stem === '' ? '文件' : stem.slice(0, MAX_TITLE)
}
