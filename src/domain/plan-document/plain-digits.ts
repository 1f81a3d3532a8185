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
