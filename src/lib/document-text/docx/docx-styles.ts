import { childOf, childValue, descendantsOf, type MarkupElement } from '../parse-markup'

interface ListReference {
  readonly listId?: string
  readonly level?: number
}

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly outlineLevel: number | undefined
  readonly list: ListReference
}

/** A word processor's nine outline levels; the tenth value means body text. */
const BODY_TEXT_LEVEL = 9

/** The paragraph styles of a document, asked by style id. */
export class DocxStyles {
  private readonly styles = new Map<string, Style>()
  private defaultId = ''

  constructor(root: MarkupElement | undefined) {
    if (root === undefined) return
    for (const element of descendantsOf(root, 'w:style')) {
      const { 'w:type': type, 'w:styleId': id, 'w:default': isDefault } = element.attributes
      if (id === undefined) continue
      const properties = childOf(element, 'w:pPr')
      this.styles.set(id, {
        name: (childValue(element, 'w:name') ?? '').trim(),
        basedOn: childValue(element, 'w:basedOn'),
        outlineLevel: readLevel(childValue(properties, 'w:outlineLvl')),
        list: readListReference(properties),
      })
      if (type === 'paragraph' && isOn(isDefault)) this.defaultId = id
    }
  }

  /** Level 1 is the highest; undefined for body text. */
  headingLevel(styleId: string | undefined): number | undefined {
    for (const style of this.chain(styleId)) {
      if (style.outlineLevel !== undefined) return toHeadingLevel(style.outlineLevel)
      const named = levelOfName(style.name)
      if (named !== undefined) return named
    }
    return undefined
  }

  /** The list that the style puts its paragraphs in. */
  list(styleId: string | undefined): ListReference & { readonly styleId?: string } {
    for (const [id, style] of this.chainEntries(styleId)) {
      if (style.list.listId !== undefined) return { ...style.list, styleId: id }
    }
    return {}
  }

  /** A line of a table of contents repeats a heading and is no content of its own. */
  isContentsLine(styleId: string | undefined): boolean {
    const name = styleId === undefined ? '' : (this.styles.get(styleId)?.name ?? '')
    return /^(?:toc|目录|contents|WPSOffice手动目录)\s*(?:\d|heading$|标题$)/i.test(name)
  }

  private chain(styleId: string | undefined): Style[] {
    return this.chainEntries(styleId).map(([, style]) => style)
  }

  private chainEntries(styleId: string | undefined): [string, Style][] {
    const chain: [string, Style][] = []
    const seen = new Set<string>()
    let id: string | undefined = styleId ?? this.defaultId
    while (id !== undefined && !seen.has(id)) {
      seen.add(id)
      const style = this.styles.get(id)
      if (style === undefined) break
      chain.push([id, style])
      id = style.basedOn
    }
    return chain
  }
}

/** Office formats write a switch as an empty element, "1", "true" or "on". */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** Reads `w:numPr` of a paragraph's or style's properties. */
export function readListReference(properties: MarkupElement | undefined): ListReference {
  const element = childOf(properties, 'w:numPr')
  const listId = childValue(element, 'w:numId')
  const level = readLevel(childValue(element, 'w:ilvl'))
  return { ...(listId === undefined ? {} : { listId }), ...(level === undefined ? {} : { level }) }
}

/** An outline level as a heading level. */
export function toHeadingLevel(outlineLevel: number): number | undefined {
  return outlineLevel < BODY_TEXT_LEVEL ? outlineLevel + 1 : undefined
}

/** A level between 0 and 9. */
export function readLevel(value: string | undefined): number | undefined {
  const level = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return level >= 0 && level <= BODY_TEXT_LEVEL ? level : undefined
}

function levelOfName(name: string): number | undefined {
  if (/^(?:title|标题|文档标题)$/i.test(name)) return 1
  const level = /^(?:heading|标题|標題)\s*([1-9])(?!\d)/i.exec(name)?.[1]
  return level === undefined ? undefined : Number(level)
}
