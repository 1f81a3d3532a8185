const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'〇一二三四五六七八九'].map((character, value) => [character, value] as const),
)

/** The characters of a Chinese ordinal, for use inside a regular expression's brackets. */
export const CHINESE_NUMERALS = '一二三四五六七八九十百〇零两'

/** Reads 12, 十二, 一百零三 or 二〇; NaN when it is no number. */
export function parseNumeral(text: string): number {
  const bare = text.replace(/\s/g, '')
  if (/^\d+$/.test(bare)) return Number(bare)
  if (bare === '') return Number.NaN
  return /[十百]/.test(bare) ? parseUnits(bare) : parseDigits(bare)
}

function digitOf(character: string): number | undefined {
  if (character === '零') return 0
  if (character === '两') return 2
  return DIGITS.get(character)
}

function parseDigits(text: string): number {
  let value = 0
  for (const character of text) {
    const digit = digitOf(character)
    if (digit === undefined) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function parseUnits(text: string): number {
  let total = 0
  let pending: number | null = null
  for (const character of text) {
    if (character === '百') {
      total += (pending ?? 1) * 100
      pending = null
    } else if (character === '十') {
      total += (pending ?? 1) * 10
      pending = null
    } else {
      const digit = digitOf(character)
      if (digit === undefined) return Number.NaN
      pending = digit === 0 ? null : digit
    }
  }
  return total + (pending ?? 0)
}
