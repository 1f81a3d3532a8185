/** Radicals that fonts give in place of the characters they look like, and that normalisation leaves alone. */
const RADICALS =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻒镸⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⺮竹⻌辶'

const RADICAL_TO_CHARACTER = new Map<string, string>()
for (let index = 0; index + 1 < RADICALS.length; index += 2) {
  RADICAL_TO_CHARACTER.set(RADICALS.charAt(index), RADICALS.charAt(index + 1))
}

const LETTER_OR_DIGIT = '[0-9A-Za-z%.+\\-]'
const IDEOGRAPH = '[\\u3400-\\u9fff\\u3001-\\u3015\\uff01-\\uff60〇]'
const GAP_BEFORE_LATIN = new RegExp(`(${IDEOGRAPH}) (?=[0-9A-Za-z])`, 'g')
const GAP_AFTER_LATIN = new RegExp(`(${LETTER_OR_DIGIT.replace('.', '')}) (?=${IDEOGRAPH})`, 'g')

const SPACED_IDEOGRAPHS = new RegExp(`(?<=${IDEOGRAPH}) +(?=${IDEOGRAPH})`, 'g')
const TIGHT_IDEOGRAPHS = new RegExp(`${IDEOGRAPH}(?=${IDEOGRAPH})`, 'g')
const IDEOGRAPH_PAIR = new RegExp(`^${IDEOGRAPH}{2}$`)

/** Whether two characters belong to a script that is written without spaces. */
export function areIdeographs(before: string, after: string): boolean {
  return IDEOGRAPH_PAIR.test(before + after)
}

/** Characters as they were meant. */
export function normaliseGlyphs(text: string): string {
  return text
    .replace(/[\u2e80-\u2ef3]/g, (radical) => RADICAL_TO_CHARACTER.get(radical) ?? radical)
    .replace(/[\u2f00-\u2fd5\uf900-\ufaff]/g, (character) => character.normalize('NFKC'))
    .replace(/[\u00a0\u2000-\u200a]/g, ' ')
}

/** A line whose ideographs mostly stand apart is spaced out to fill its measure; its gaps part no words. */
export function closeLetterSpacing(text: string): string {
  const spaced = text.match(SPACED_IDEOGRAPHS)?.length ?? 0
  const tight = text.match(TIGHT_IDEOGRAPHS)?.length ?? 0
  return spaced >= 2 && spaced > tight ? text.replace(SPACED_IDEOGRAPHS, '') : text
}

/** Typesetting sets Latin letters and digits a little apart from ideographs; that is no space in the text. */
export function closeTypesettingGaps(text: string): string {
  return text
    .replace(GAP_BEFORE_LATIN, '$1')
    .replace(GAP_AFTER_LATIN, '$1')
    .replace(/ +(?=[，。、；：！？）》〉】〕」』”’])|(?<=[，。、；：（《〈【〔「『“‘]) +/g, '')
}
