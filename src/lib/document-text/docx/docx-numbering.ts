import { childOf, childValue, descendantsOf, elementsOf, type MarkupElement } from '../parse-markup'
import { isOn, readLevel, type DocxStyles } from './docx-styles'
import { formatListNumber } from '../format-list-number'

interface ListLevel {
  readonly start: number
  readonly format: string
  readonly customPattern: string | undefined
  readonly pattern: string
  readonly restartAfter: number | undefined
  readonly isLegal: boolean
  readonly hasGap: boolean
  readonly styleId: string | undefined
}

interface AbstractList {
  readonly id: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly styleLink: string | undefined
}

interface ListInstance {
  readonly abstractId: string
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly starts: ReadonlyMap<number, number>
}

/** Counts a document's automatic lists and gives each paragraph its number as it is printed. */
export class DocxNumbering {
  private readonly abstracts = new Map<string, AbstractList>()
  private readonly instances = new Map<string, ListInstance>()
  private readonly counters = new Map<string, (number | undefined)[]>()
  private readonly usedStarts = new Set<string>()

  constructor(
    root: MarkupElement | undefined,
    private readonly styles: DocxStyles,
  ) {
    if (root === undefined) return
    for (const element of descendantsOf(root, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'] ?? ''
      this.abstracts.set(id, { id, levels: readLevels(element), styleLink: childValue(element, 'w:numStyleLink') })
    }
    for (const element of descendantsOf(root, 'w:num')) {
      this.instances.set(element.attributes['w:numId'] ?? '', readInstance(element))
    }
  }

  /** The level that a style is tied to in a list. */
  levelOfStyle(listId: string, styleId: string | undefined): number | undefined {
    const levels = this.abstractOf(listId)?.levels ?? new Map<number, ListLevel>()
    for (const [index, level] of levels) {
      if (styleId !== undefined && level.styleId === styleId) return index
    }
    return undefined
  }

  /** Advances the list and returns the label, with the gap that follows it; empty for bullets. */
  next(listId: string, level: number): string {
    const instance = this.instances.get(listId)
    const abstract = this.abstractOf(listId)
    const definition = this.levelOf(listId, level)
    if (instance === undefined || abstract === undefined || definition === undefined) return ''
    const counters = this.counters.get(abstract.id) ?? []
    this.counters.set(abstract.id, counters)
    const startKey = `${listId}/${level}`
    const override = this.usedStarts.has(startKey) ? undefined : instance.starts.get(level)
    this.usedStarts.add(startKey)
    const current = counters[level]
    counters[level] = override ?? (current === undefined ? definition.start : current + 1)
    this.restartDeeper(listId, level, counters)
    return this.label(listId, definition, counters)
  }

  private restartDeeper(listId: string, level: number, counters: (number | undefined)[]): void {
    for (let deeper = level + 1; deeper < counters.length; deeper += 1) {
      const restartAfter = this.levelOf(listId, deeper)?.restartAfter
      if (restartAfter === undefined || level < restartAfter) counters[deeper] = undefined
    }
  }

  private label(listId: string, definition: ListLevel, counters: readonly (number | undefined)[]): string {
    if (definition.format === 'bullet') return ''
    const label = definition.pattern.replace(/%([1-9])/g, (_match, digit: string) => {
      const index = Number(digit) - 1
      const level = this.levelOf(listId, index)
      const value = counters[index] ?? level?.start ?? 1
      const format = definition.isLegal ? 'decimal' : (level?.format ?? 'decimal')
      return formatListNumber(value, format, level?.customPattern)
    })
    return label === '' ? '' : label + gapAfter(label, definition)
  }

  private levelOf(listId: string, level: number): ListLevel | undefined {
    return this.instances.get(listId)?.levels.get(level) ?? this.abstractOf(listId)?.levels.get(level)
  }

  /** A list may borrow its levels from a list style, which names the list that holds them. */
  private abstractOf(listId: string): AbstractList | undefined {
    const abstract = this.abstracts.get(this.instances.get(listId)?.abstractId ?? '')
    if (abstract?.styleLink === undefined || abstract.levels.size > 0) return abstract
    const linked = this.styles.list(abstract.styleLink).listId ?? ''
    return this.abstracts.get(this.instances.get(linked)?.abstractId ?? '') ?? abstract
  }
}

/** Chinese list punctuation needs no gap; "1." before "2021" does. */
function gapAfter(label: string, definition: ListLevel): string {
  if (!definition.hasGap || /[、，。．：；）】》〕\s]$/.test(label)) return ''
  return ' '
}

function readLevels(element: MarkupElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const child of elementsOf(element)) {
    const index = readLevel(child.attributes['w:ilvl'])
    if (child.name === 'w:lvl' && index !== undefined) levels.set(index, readListLevel(child))
  }
  return levels
}

function readListLevel(element: MarkupElement): ListLevel {
  const restart = childValue(element, 'w:lvlRestart')
  const isLegal = childOf(element, 'w:isLgl')
  const number = childOf(element, 'w:numFmt') ?? descendantsOf(element, 'w:numFmt')[0]
  return {
    start: readInteger(childValue(element, 'w:start')) ?? 0,
    format: number?.attributes['w:val'] ?? 'decimal',
    customPattern: number?.attributes['w:format'],
    pattern: childValue(element, 'w:lvlText') ?? '',
    restartAfter: readInteger(restart),
    isLegal: isLegal !== undefined && isOn(isLegal.attributes['w:val'] ?? '1'),
    hasGap: childValue(element, 'w:suff') !== 'nothing',
    styleId: childValue(element, 'w:pStyle'),
  }
}

function readInstance(element: MarkupElement): ListInstance {
  const levels = new Map<number, ListLevel>()
  const starts = new Map<number, number>()
  for (const override of elementsOf(element).filter((child) => child.name === 'w:lvlOverride')) {
    const index = readLevel(override.attributes['w:ilvl'])
    if (index === undefined) continue
    const start = readInteger(childValue(override, 'w:startOverride'))
    const level = childOf(override, 'w:lvl')
    if (start !== undefined) starts.set(index, start)
    if (level !== undefined) levels.set(index, readListLevel(level))
  }
  return { abstractId: childValue(element, 'w:abstractNumId') ?? '', levels, starts }
}

function readInteger(value: string | undefined): number | undefined {
  const number = value === undefined ? Number.NaN : Number.parseInt(value, 10)
  return Number.isSafeInteger(number) ? number : undefined
}
