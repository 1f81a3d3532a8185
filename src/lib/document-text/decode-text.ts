type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
  /** False when the bytes look like no text in any known encoding. */
  readonly isPlausible: boolean
}

/** Enough to judge a file by, small enough to judge in no time. */
const SAMPLE_BYTES = 256 * 1024
const LEAST_PLAUSIBLE_SCORE = 0.2

/** The most frequent characters of written Chinese: wrong decodings of Chinese hardly ever contain them. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
    '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表' +
    '间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系軍國務發動學經會與為這個們來時對過後實現開關間' +
    '及设制度组织单位负责责任管理服务信息保障推进落实加强完善按照根据年月日报送通知办公室区县市镇街道规划一二三四五六七八九十百',
)

/** Decodes a text file: a byte order mark decides, else validity, else what reads most like a text. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) {
    const text = decode(bytes.subarray(marked.length), marked.encoding)
    return { text, encoding: marked.encoding, isPlausible: true }
  }
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const hasNul = sample.includes(0)
  if (!hasNul && isValid(bytes, 'utf-8')) {
    const text = decode(bytes, 'utf-8')
    return { text, encoding: 'utf-8', isPlausible: controlShare(text) < 0.05 }
  }
  return decodeBest(bytes, sample)
}

function decodeBest(bytes: Uint8Array, sample: Uint8Array): DecodedText {
  const candidates: readonly TextEncoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']
  let encoding: TextEncoding = 'utf-8'
  let best = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    const score = plausibility(decode(sample, candidate))
    if (score > best) {
      best = score
      encoding = candidate
    }
  }
  return { text: decode(bytes, encoding), encoding, isPlausible: best >= LEAST_PLAUSIBLE_SCORE }
}

function byteOrderMark(bytes: Uint8Array): { encoding: TextEncoding; length: number } | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 }
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: 'gb18030', length: 4 }
  return undefined
}

function decode(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

function isValid(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** 1 for plain prose, near 0 for a wrong decoding, negative for binary data. */
function plausibility(text: string): number {
  if (text.length === 0) return 0
  let score = 0
  for (const character of text) score += characterScore(character)
  return score / text.length
}

function characterScore(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code === 0xfffd) return -2
  if (code === 0x0a || code === 0x0d || code === 0x09) return 0.5
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return -2
  if (code < 0x7f) return 0.7
  if (FREQUENT.has(character)) return 1.5
  if (code >= 0x3000 && code <= 0x3011) return 1
  if (code >= 0xff01 && code <= 0xff5e) return 0.8
  if (code >= 0x4e00 && code <= 0x9fff) return 0.3
  if (code >= 0xe000 && code <= 0xf8ff) return -1
  return code >= 0x2010 && code <= 0x2033 ? 0.3 : -0.3
}

function controlShare(text: string): number {
  const sample = text.slice(0, SAMPLE_BYTES)
  const controls = sample.match(/[^\P{Cc}\t\n\r\f\v]/gu)
  return sample.length === 0 ? 0 : (controls?.length ?? 0) / sample.length
}
