import { parseAst } from 'vite'
import type { SourceFile } from './source-files'

/** Words that Chinese readers know as they are. */
const KNOWN_LATIN =
  /\b(?:Ctrl|PDF|Word|Excel|WPS|OFD|ZIP|Office|DOCX?|XLSX?|PPTX?|TXT|CSV|HTML|JPG|JPEG|PNG|UTF-?8|GB18030|KB|MB|GB|K|C|V)\b/gi
const LATIN_WORD = /[A-Za-z]{2,}/
const CHINESE = /[\u4e00-\u9fff]/

/** Attributes whose text people read or hear. */
const SPOKEN_ATTRIBUTES = new Set([
  'title',
  'label',
  'placeholder',
  'description',
  'hint',
  'message',
  'extra',
  'alt',
  'actionLabel',
  'okText',
  'cancelText',
  'aria-label',
  'aria-description',
  'errorTitle',
  'reasonLabel',
  'help',
  'tooltip',
  'emptyText',
  'subTitle',
])

/** What readers would stumble over: English, and shouting. */
export function wrongWords(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    spokenTexts(path, text).flatMap(({ words, isSurelySpoken }) => {
      const isSpoken = isSurelySpoken || CHINESE.test(words)
      if (isSpoken && /[!！]/.test(words)) return [`${path} shouts: ${words.trim()}`]
      const isEnglish = isSurelySpoken && !CHINESE.test(words) && LATIN_WORD.test(words.replace(KNOWN_LATIN, ''))
      return isEnglish ? [`${path} speaks English: ${words.trim()}`] : []
    }),
  )
}

interface SpokenText {
  readonly words: string
  /** Text of an element or of an attribute that people read; any other string may be a key. */
  readonly isSurelySpoken: boolean
}

function spokenTexts(path: string, text: string): SpokenText[] {
  const found: SpokenText[] = []
  visit(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }), false, found)
  return found
}

function visit(node: unknown, isSpokenHere: boolean, found: SpokenText[]): void {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, isSpokenHere, found)
    return
  }
  if (!isNode(node)) return
  if (node.type === 'JSXText') return void found.push({ words: String(node.value), isSurelySpoken: true })
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return void found.push({ words: node.value, isSurelySpoken: isSpokenHere })
  }
  if (node.type === 'TemplateElement' && isNode(node.value)) {
    return void found.push({ words: String(node.value.cooked), isSurelySpoken: false })
  }
  const isSpokenAttribute = node.type === 'JSXAttribute' && SPOKEN_ATTRIBUTES.has(attributeName(node))
  const children = node.type === 'JSXAttribute' ? { value: node.value } : node
  // Only a plain text is surely spoken; what an expression computes may be a key.
  for (const child of Object.values(children))
    visit(child, isSpokenAttribute && isNode(child) && child.type === 'Literal', found)
}

function attributeName(node: Record<string, unknown>): string {
  return isNode(node.name) ? String(node.name.name) : ''
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
