import { formatListNumber } from '../format-list-number'
import type { MarkupElement } from '../parse-markup'

/** CSS and HTML list kinds in the terms of word processors, with the mark that browsers put after the number. */
const KINDS: Readonly<Record<string, readonly [format: string, mark: string]>> = {
  '1': ['decimal', '. '],
  a: ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  decimal: ['decimal', '. '],
  'decimal-leading-zero': ['decimalZero', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  'lower-roman': ['lowerRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-ideographic': ['chineseCountingThousand', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'simp-chinese-informal': ['chineseCountingThousand', '、'],
  'trad-chinese-informal': ['chineseCountingThousand', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'trad-chinese-formal': ['ideographLegalTraditional', '、'],
}

/** An author who typed the number switched the browser's off. */
const TYPED_LABEL =
  /^[\s\u00a0]*(?:[(（【[〔]?(?:\d+|[〇零一二三四五六七八九十百]+)[)）】\]〕.、．]|[①-⑳⑴-⒛㈠-㈩]|第[\d一二三四五六七八九十百]+[条章节项])/

/** Counts the items of one list as a browser numbers them. */
export class HtmlListCounter {
  private readonly kind: readonly [format: string, mark: string] | undefined
  private readonly step: number
  private value: number

  constructor(list: MarkupElement) {
    const { style = '', type = '1', start, reversed } = list.attributes
    const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1]?.toLowerCase()
    this.kind = list.name === 'ol' ? KINDS[styled ?? type] : undefined
    this.step = reversed === undefined ? 1 : -1
    const items = list.children.filter((child) => typeof child !== 'string' && child.name === 'li').length
    this.value = readInteger(start) ?? (reversed === undefined ? 1 : items)
  }

  /** The label of the next item, empty for bullets and for items that carry their own number. */
  next(item: MarkupElement, itemText: string): string {
    const value = readInteger(item.attributes['value']) ?? this.value
    this.value = value + this.step
    const isPlain = /list-style(?:-type)?\s*:\s*none/i.test(item.attributes['style'] ?? '')
    if (this.kind === undefined || isPlain || itemText === '' || TYPED_LABEL.test(itemText)) return ''
    const [format, mark] = this.kind
    return formatListNumber(value, format) + mark
  }
}

function readInteger(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return Number.isSafeInteger(number) ? number : undefined
}
