const CHINESE_DIGITS = '〇一二三四五六七八九'
const LEGAL_SIMPLIFIED = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] }
const LEGAL_TRADITIONAL = { digits: '零壹貳參肆伍陸柒捌玖', units: ['', '拾', '佰', '仟'] }
const COUNTING = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] }
const HEAVENLY_STEMS = '甲乙丙丁戊己庚辛壬癸'
const EARTHLY_BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

type Formatter = (value: number) => string

const FORMATTERS: Readonly<Record<string, Formatter>> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: toFullWidth,
  decimalFullWidth2: toFullWidth,
  ordinal: toEnglishOrdinal,
  numberInDash: (value) => `- ${value} -`,
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  upperLetter: toLetters,
  lowerLetter: (value) => toLetters(value).toLowerCase(),
  chineseCounting: (value) => spellOut(value, COUNTING),
  chineseCountingThousand: (value) => spellOut(value, COUNTING),
  taiwaneseCounting: (value) => spellOut(value, COUNTING),
  taiwaneseCountingThousand: (value) => spellOut(value, COUNTING),
  japaneseCounting: (value) => spellOut(value, COUNTING),
  koreanCounting: (value) => spellOut(value, COUNTING),
  ideographDigital: toIdeographDigits,
  japaneseDigitalTenThousand: toIdeographDigits,
  taiwaneseDigital: toIdeographDigits,
  koreanDigital2: toIdeographDigits,
  chineseLegalSimplified: (value) => spellOut(value, LEGAL_SIMPLIFIED),
  ideographLegalTraditional: (value) => spellOut(value, LEGAL_TRADITIONAL),
  japaneseLegal: (value) => spellOut(value, LEGAL_TRADITIONAL),
  ideographTraditional: (value) => cycle(HEAVENLY_STEMS, value),
  ideographZodiac: (value) => cycle(EARTHLY_BRANCHES, value),
  ideographZodiacTraditional: (value) => cycle(HEAVENLY_STEMS, value) + cycle(EARTHLY_BRANCHES, value),
  decimalEnclosedCircle: toCircled,
  decimalEnclosedCircleChinese: toCircled,
  decimalEnclosedFullstop: (value) => fromBlock(value, 20, 0x2488) ?? `${value}.`,
  decimalEnclosedParen: (value) => fromBlock(value, 20, 0x2474) ?? `(${value})`,
  ideographEnclosedCircle: (value) => fromBlock(value, 10, 0x3280) ?? spellOut(value, COUNTING),
}

/** The written form of a list number in a word processor's number format; unknown formats read as decimal. */
export function formatListNumber(value: number, format: string, customPattern?: string): string {
  if (format === 'custom') return formatCustom(value, customPattern ?? '')
  return (FORMATTERS[format] ?? String)(value)
}

/** ① to ㊿; beyond that the plain number. */
export function toCircled(value: number): string {
  if (value === 0) return '⓪'
  if (value > 35) return fromBlock(value - 35, 15, 0x32b1) ?? String(value)
  return fromBlock(value, 20, 0x2460) ?? fromBlock(value - 20, 15, 0x3251) ?? String(value)
}

function fromBlock(value: number, size: number, first: number): string | undefined {
  return value >= 1 && value <= size ? String.fromCodePoint(first + value - 1) : undefined
}

/** A custom format shows its first numbers, such as "001, 002, 003, ...". */
function formatCustom(value: number, pattern: string): string {
  const first = /^0*\d/.exec(pattern)?.[0] ?? ''
  return String(value).padStart(first.length, '0')
}

function toIdeographDigits(value: number): string {
  return Array.from(String(value), (digit) => CHINESE_DIGITS[Number(digit)] ?? digit).join('')
}

function toFullWidth(value: number): string {
  return Array.from(String(value), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')
}

/** 11 is 十一, not 一十一; gaps are filled with one zero: 101 is 一百零一. */
function spellOut(value: number, system: { readonly digits: string; readonly units: readonly string[] }): string {
  if (value <= 0 || value > 9999) return value === 0 ? system.digits.charAt(0) : String(value)
  const digits = Array.from(String(value), Number)
  let result = ''
  digits.forEach((digit, index) => {
    const unit = system.units[digits.length - 1 - index] ?? ''
    if (digit > 0) result += system.digits.charAt(digit) + unit
    else if (!result.endsWith(system.digits.charAt(0))) result += system.digits.charAt(0)
  })
  const trimmed = result.endsWith(system.digits.charAt(0)) ? result.slice(0, -1) : result
  return trimmed.replace(/^一十/, '十')
}

function cycle(characters: string, value: number): string {
  return characters.charAt((((value - 1) % characters.length) + characters.length) % characters.length)
}

/** A…Z, AA, BB…: word processors repeat the letter instead of counting in base 26. */
function toLetters(value: number): string {
  if (value < 1 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  const numerals: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let result = ''
  for (const [size, numeral] of numerals) {
    result += numeral.repeat(Math.floor(rest / size))
    rest %= size
  }
  return result
}

function toEnglishOrdinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14
  const suffix = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${suffix}`
}
