import type { MarkupElement } from '../parse-markup'

/** Elements that hold no text of the document. */
const DROPPED_ELEMENTS = new Set(
  'script style head title noscript template nav iframe svg math object embed button select textarea input rp rt del audio video canvas map datalist xml'.split(
    ' ',
  ),
)

const DROPPED_ROLES = new Set(['navigation', 'banner', 'search', 'menu', 'menubar', 'toolbar', 'contentinfo'])

/** Styles with which office programs mark notes, headers, comments and hidden text. */
const DROPPED_STYLES =
  /display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(?:footnote|endnote|comment|header|footer|field)|mso-(?:footnote|endnote)-id/i

/** True for what a reader of the page does not see or would not take for its text. */
export function isDropped(element: MarkupElement): boolean {
  const { name, attributes } = element
  if (DROPPED_ELEMENTS.has(name)) return true
  if (DROPPED_ROLES.has(attributes['role'] ?? '') || attributes['hidden'] !== undefined) return true
  if (/^MsoToc\d/i.test(attributes['class'] ?? '')) return true
  const style = attributes['style'] ?? ''
  if (DROPPED_STYLES.test(style)) return true
  return isListLabel(element) && !isWrittenLabel(labelText(element))
}

/** A word processor's automatic number, written out in its clipboard markup. */
export function isListLabel(element: MarkupElement): boolean {
  return /mso-list\s*:\s*ignore/i.test(element.attributes['style'] ?? '')
}

/** The level of h1 to h6, of a role, or of a word processor's outline. */
export function headingLevelOf(element: MarkupElement): number | undefined {
  const { name, attributes } = element
  const tag = /^h([1-6])$/.exec(name)?.[1]
  if (tag !== undefined) return Number(tag)
  if (attributes['role'] === 'heading') return readLevel(attributes['aria-level']) ?? 2
  if (/^MsoTitle$/i.test(attributes['class'] ?? '')) return 1
  return readLevel(/mso-outline-level\s*:\s*(\d)/i.exec(attributes['style'] ?? '')?.[1])
}

/** Whether line breaks and spaces in the markup are the author's. */
export function isPreformatted(element: MarkupElement): boolean {
  return element.name === 'pre' || /white-space\s*:\s*(?:pre|break-spaces)/i.test(element.attributes['style'] ?? '')
}

/** Numbers and letters with punctuation are labels; "l", "·" and the like are bullets from a symbol font. */
function isWrittenLabel(label: string): boolean {
  return /[\d〇零一二三四五六七八九十百①-⑳⑴-⒛㈠-㈩甲乙丙丁]/.test(label) || /^[(（]?[a-z]{1,4}[.)）、．]$/i.test(label)
}

function labelText(element: MarkupElement): string {
  const text = element.children.map((child) => (typeof child === 'string' ? child : labelText(child)))
  return text.join('').replace(/[\s\u00a0]+/g, '')
}

function readLevel(value: string | undefined): number | undefined {
  const level = Number(value)
  return level >= 1 && level <= 9 ? level : undefined
}
