import { Parser } from 'htmlparser2'
import { decodeText } from './decode-text'
import { DocumentReadError } from './document-read-error'

export interface MarkupElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: MarkupNode[]
}

export type MarkupNode = MarkupElement | string

interface MarkupHandler {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly onText: (text: string) => void
  readonly onClose: (name: string) => void
}

/** Deeper than any real document, shallower than the call stack; what lies deeper is read as if it lay here. */
const DEEPEST_ELEMENT = 400
/** The parser slows down with every tag left open; this many are no document. */
const MOST_UNCLOSED = 20_000

/** Writers choose their own prefixes; readers here rely on the customary ones. */
const CUSTOMARY_PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml(?:\/2006)?\/main$/, 'w:'],
  [/\/spreadsheetml(?:\/2006)?\/main$/, ''],
  [/\/package\/2006\/relationships$/, ''],
  [/\/officeDocument(?:\/2006)?\/relationships$/, 'r:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
]

/** Parses XML into a tree under a nameless root. Damaged markup is read as far as it goes; a DTD is ignored. */
export function parseXml(bytes: Uint8Array): MarkupElement {
  const builder = new TreeBuilder()
  walkXml(bytes, builder)
  return builder.root
}

/** Walks XML without keeping it, for parts too large for a tree. */
export function walkXml(bytes: Uint8Array, handler: MarkupHandler): void {
  const prefixes = new PrefixMap()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        prefixes.learn(attributes)
        handler.onOpen(prefixes.rename(name), prefixes.renameAttributes(attributes))
      },
      ontext: handler.onText,
      onclosetag: (name) => handler.onClose(prefixes.rename(name)),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decodeXml(bytes))
}

/** Parses HTML as leniently as a browser does for the purpose of reading its text. */
export function parseHtml(html: string): MarkupElement {
  const builder = new TreeBuilder()
  const parser = new Parser(
    { onopentag: builder.onOpen, ontext: builder.onText, onclosetag: builder.onClose },
    { decodeEntities: true, recognizeSelfClosing: false },
  )
  parser.end(html)
  return builder.root
}

/** The element children, in order. */
export function elementsOf(element: MarkupElement): MarkupElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** The first child element of that name. */
export function childOf(element: MarkupElement | undefined, name: string): MarkupElement | undefined {
  if (element === undefined) return undefined
  return elementsOf(element).find((child) => child.name === name)
}

/** The attribute of the first child of that name: how office formats write most of their properties. */
export function childValue(element: MarkupElement | undefined, name: string, attribute = 'w:val'): string | undefined {
  return childOf(element, name)?.attributes[attribute]
}

/** All elements of that name at any depth, in document order. */
export function descendantsOf(element: MarkupElement, name: string): MarkupElement[] {
  return elementsOf(element).flatMap((child) =>
    child.name === name ? [child, ...descendantsOf(child, name)] : descendantsOf(child, name),
  )
}

class TreeBuilder implements MarkupHandler {
  readonly root: MarkupElement = { name: '', attributes: {}, children: [] }
  private readonly open: MarkupElement[] = [this.root]
  private tooDeep = 0

  readonly onOpen = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (this.open.length >= DEEPEST_ELEMENT) {
      this.tooDeep += 1
      if (this.tooDeep > MOST_UNCLOSED) throw new DocumentReadError('damaged')
      return
    }
    const element: MarkupElement = { name, attributes, children: [] }
    this.current().children.push(element)
    this.open.push(element)
  }

  readonly onText = (text: string): void => {
    this.current().children.push(text)
  }

  readonly onClose = (name: string): void => {
    if (this.tooDeep > 0) this.tooDeep -= 1
    else if (this.open.length > 1 && this.current().name === name) this.open.pop()
  }

  private current(): MarkupElement {
    return this.open[this.open.length - 1] ?? this.root
  }
}

class PrefixMap {
  private readonly renamed = new Map<string, string>()

  learn(attributes: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) continue
      const prefix = name === 'xmlns' ? '' : `${name.slice(6)}:`
      const customary = CUSTOMARY_PREFIXES.find(([pattern]) => pattern.test(value))?.[1]
      if (customary !== undefined && customary !== prefix) this.renamed.set(prefix, customary)
    }
  }

  rename(name: string): string {
    if (this.renamed.size === 0) return name
    const prefix = name.slice(0, name.indexOf(':') + 1)
    const customary = this.renamed.get(prefix)
    return customary === undefined ? name : customary + name.slice(prefix.length)
  }

  renameAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    if (this.renamed.size === 0) return attributes
    const renamed = Object.entries(attributes).map(([name, value]) => [
      name.includes(':') ? this.rename(name) : name,
      value,
    ])
    return Object.fromEntries(renamed)
  }
}

function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const declared = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head)?.[1]
  if (declared !== undefined && !/^utf-?(?:8|16)$/i.test(declared)) {
    try {
      return new TextDecoder(declared).decode(bytes)
    } catch {
      return decodeText(bytes).text
    }
  }
  return declared?.toLowerCase().endsWith('8') === true ? new TextDecoder().decode(bytes) : decodeText(bytes).text
}
