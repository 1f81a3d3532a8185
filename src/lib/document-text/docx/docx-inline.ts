import { childOf, elementsOf, type MarkupElement, type MarkupNode } from '../parse-markup'
import { isOn } from './docx-styles'
import { toCircled } from '../format-list-number'

interface Field {
  instruction: string
  isInResult: boolean
}

/** A paragraph's text and the text boxes anchored in it. */
interface InlineContent {
  readonly text: string
  readonly boxes: readonly MarkupElement[]
}

/** Content that was deleted, moved away, or belongs beside the text. */
const DROPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:commentReference',
  'w:delText',
  'w:rt',
])

const FIXED_TEXT: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

/** Symbol fonts put their pictures on private code points; these are the ones that mean something. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'wingdings:6c': '●',
  'wingdings:6e': '■',
  'wingdings:6f': '□',
  'wingdings:75': '◆',
  'wingdings:a8': '□',
  'wingdings:d8': '➢',
  'wingdings:fb': '✗',
  'wingdings:fc': '✓',
  'wingdings:fd': '☒',
  'wingdings:fe': '☑',
  'wingdings 2:50': '✓',
  'wingdings 2:52': '☑',
  'wingdings 2:a3': '□',
  'symbol:b7': '·',
}

/** Reads runs; a field can begin in one paragraph and end in another, so one reader serves a whole story. */
export class DocxInlineReader {
  private readonly fields: Field[] = []
  private parts: string[] = []
  private boxes: MarkupElement[] = []

  /** The text between a paragraph's marks as a reader sees it. */
  read(paragraph: MarkupElement): InlineContent {
    this.parts = []
    this.boxes = []
    this.readChildren(paragraph)
    this.dropUnfinishedFields()
    return { text: this.parts.join(''), boxes: this.boxes }
  }

  private readChildren(element: MarkupElement): void {
    for (const child of elementsOf(element)) this.readElement(child)
  }

  private readElement(element: MarkupElement): void {
    const { name } = element
    if (DROPPED.has(name)) return
    const fixed = FIXED_TEXT[name]
    if (fixed !== undefined) this.emit(fixed)
    else if (name === 'w:t' || name === 'm:t') this.emit(textOf(element.children))
    else if (name === 'w:r') this.readRun(element)
    else if (name === 'w:br') this.emit(isTextBreak(element) ? '\n' : '')
    else if (name === 'w:sym') this.emit(symbolOf(element))
    else if (name === 'w:fldChar') this.readFieldMark(element)
    else if (name === 'w:instrText') this.readInstruction(element)
    else if (name === 'w:txbxContent') this.boxes.push(element)
    else if (name === 'mc:AlternateContent') this.readAlternative(element)
    else this.readChildren(element)
  }

  private readRun(run: MarkupElement): void {
    const hidden = childOf(childOf(run, 'w:rPr'), 'w:vanish')
    const isHidden = hidden !== undefined && isOn(hidden.attributes['w:val'] ?? '1')
    if (!isHidden) this.readChildren(run)
    else
      elementsOf(run)
        .filter((child) => child.name === 'w:fldChar')
        .forEach((mark) => this.readFieldMark(mark))
  }

  /** The same content for newer and older programs: reading both would double it. */
  private readAlternative(element: MarkupElement): void {
    const chosen = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
    if (chosen !== undefined) this.readChildren(chosen)
  }

  private readFieldMark(element: MarkupElement): void {
    const type = element.attributes['w:fldCharType']
    const current = this.fields[this.fields.length - 1]
    if (type === 'begin') this.fields.push({ instruction: '', isInResult: false })
    else if (type === 'separate' && current !== undefined) current.isInResult = true
    else if (type === 'end' && current !== undefined) {
      this.fields.pop()
      if (!current.isInResult) this.emit(drawnByField(current.instruction))
    }
  }

  private readInstruction(element: MarkupElement): void {
    const current = this.fields[this.fields.length - 1]
    if (current !== undefined && !current.isInResult) current.instruction += textOf(element.children)
  }

  private emit(text: string): void {
    const waiting = this.fields.find((field) => !field.isInResult)
    if (waiting !== undefined) waiting.instruction += text
    else if (text !== '') this.parts.push(text)
  }

  /** A field that never gets to its result must not swallow the rest of the document. */
  private dropUnfinishedFields(): void {
    while (this.fields.length > 0 && this.fields[this.fields.length - 1]?.isInResult === false) this.fields.pop()
  }
}

function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : '')).join('')
}

function isTextBreak(element: MarkupElement): boolean {
  const type = element.attributes['w:type']
  return type === undefined || type === 'textWrapping'
}

function symbolOf(element: MarkupElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (!Number.isInteger(code) || code <= 0 || code > 0xffff) return ''
  const font = (element.attributes['w:font'] ?? '').toLowerCase()
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const known = SYMBOLS[`${font}:${plain.toString(16)}`]
  return known ?? (code >= 0xe000 && code <= 0xf8ff ? '' : String.fromCharCode(code))
}

/** `EQ \o\ac(○,1)` draws a digit in a circle: the usual way to write ① beyond what the keyboard offers. */
function drawnByField(instruction: string): string {
  const overlay = /^\s*eq\s*\\o\s*(?:\\a[clr]\s*)?[(（]\s*[○〇◯]\s*[,，;；]\s*([^()（）]*?)\s*[)）]/i.exec(
    instruction,
  )?.[1]
  if (overlay === undefined) return ''
  return /^\d{1,2}$/.test(overlay) ? toCircled(Number(overlay)) : overlay
}
