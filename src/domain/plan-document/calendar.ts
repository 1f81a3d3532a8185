/** Writes a date as ISO; null when the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1949 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The last day of a month as ISO; null when there is no such month. */
export function endOfMonth(year: number, month: number): string | null {
  return isoDate(year, month, daysInMonth(year, month))
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const DIGIT_LOOKALIKES = 'oO〇零'

/**
 * Writes the digits of dates plainly, character for character: "2O2〇年" and "二〇二一年" become 2020年 and 2021年.
 */
export function plainDigits(folded: string): string {
  return folded
    .replace(/[\doO〇零一二三四五六七八九]{4}(?= ?年)/g, (year) => {
      const plain = [...year].map(digitOf).join('')
      return /^(?:19|20)\d\d$/.test(plain) ? plain : year
    })
    .replace(/(?<=\d)[oO〇零]|[oO〇零](?=\d)/g, '0')
}

function digitOf(character: string): string {
  if (DIGIT_LOOKALIKES.includes(character)) return '0'
  const value = '〇一二三四五六七八九'.indexOf(character)
  return value < 0 ? character : String(value)
}
