import { SIMPLIFIED_CHARACTERS, TRADITIONAL_CHARACTERS } from './traditional-characters'

const SPACE = 0x20
const NEW_LINE = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Characters that mean the same to a reader, written as one. */
const SAME_MEANING: readonly (readonly [string, string])[] = [
  ['〔【［﹝〖｛{', '['],
  ['〕】］﹞〗｝}', ']'],
  ['〈﹤', '<'],
  ['〉﹥', '>'],
  ['「『', '“'],
  ['」』', '”'],
  ['︽', '《'],
  ['︾', '》'],
  ['∶︰﹕ː', ':'],
  ['﹒．•', '.'],
  ['–―─﹣−‒─', '—'],
  ['‐‑', '-'],
  ['○◯⚪', '〇'],
  ['︿', '^'],
  ['｡', '。'],
  ['､', '、'],
  ['\u000b\u000c\u0085\u2028\u2029', '\n'],
  ['\u00a0\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000', ' '],
  ['\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u0000', ' '],
]

const FOLDS = buildFolds()

/**
 * Writes a text in one form: simplified characters, half-width letters and punctuation, plain spaces and line breaks.
 * Every UTF-16 unit becomes exactly one unit, so an offset in the result is an offset in the source.
 */
export function foldText(text: string): string {
  const codes = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    codes[index] = code === CARRIAGE_RETURN ? foldCarriageReturn(text, index) : (FOLDS[code] ?? code)
  }
  // Half a surrogate pair becomes U+FFFD here, which is one unit as well.
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes)
}

function foldCarriageReturn(text: string, index: number): number {
  return text.charCodeAt(index + 1) === NEW_LINE ? SPACE : NEW_LINE
}

function buildFolds(): Uint16Array {
  const folds = new Uint16Array(0x10000)
  for (let code = 0; code < folds.length; code += 1) folds[code] = code
  // Compatibility forms that PDF writers and old typewriters leave behind: ⼯ (radical), （ (full width), ﹙ (small).
  for (const [first, last] of [
    [0x2e80, 0x2fdf],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff01, 0xffef],
  ] as const) {
    for (let code = first; code <= last; code += 1) {
      const plain = String.fromCharCode(code).normalize('NFKC')
      if (plain.length === 1) folds[code] = plain.charCodeAt(0)
    }
  }
  for (let index = 0; index < TRADITIONAL_CHARACTERS.length; index += 1) {
    folds[TRADITIONAL_CHARACTERS.charCodeAt(index)] = SIMPLIFIED_CHARACTERS.charCodeAt(index)
  }
  for (const [characters, fold] of SAME_MEANING) {
    for (const character of characters) folds[character.charCodeAt(0)] = fold.charCodeAt(0)
  }
  return folds
}
