import { readHeading, type Heading } from './headings'
import { MARKER_RANK, type MarkerKind } from './markers'
import type { OutlineNode, OutlinePart } from './outline'
import type { Statement } from './responsibility'
import { trimSpan, type SourceText } from './source-text'

/** What is known of the items of a part before anything is decided: headings, responsibility, order. */
export class StructureFacts {
  private readonly own = new Map<OutlineNode, Statement[]>()
  private readonly headings = new Map<OutlineNode, Heading>()
  private readonly following = new Map<OutlineNode, OutlineNode>()
  private readonly roots: ReadonlySet<OutlineNode>
  /** The numbering system that most responsibility follows. */
  readonly taskKind: MarkerKind | null
  /** No item has items of its own. */
  readonly isFlat: boolean

  constructor(
    private readonly text: SourceText,
    part: OutlinePart,
    statements: readonly Statement[],
  ) {
    this.roots = new Set(part.roots)
    this.isFlat = part.roots.every((root) => root.children.length === 0)
    this.assignStatements(part, statements)
    this.taskKind = this.findTaskKind()
  }

  /** The responsibility statements among an item's own words. */
  ownOf(node: OutlineNode): readonly Statement[] {
    return this.own.get(node) ?? []
  }

  headingOf(node: OutlineNode): Heading {
    const known = this.headings.get(node)
    if (known !== undefined) return known
    const heading = readHeading(this.text.folded, node)
    this.headings.set(node, heading)
    return heading
  }

  titleOf(node: OutlineNode): string {
    const { title } = this.headingOf(node)
    return this.text.folded.slice(title.start, title.end)
  }

  /** Whether an item or anything below it names its units. */
  hasStatements(node: OutlineNode): boolean {
    return this.ownOf(node).length > 0 || node.children.some((child) => this.hasStatements(child))
  }

  isRoot(node: OutlineNode): boolean {
    return this.roots.has(node)
  }

  /** "一、建设数字政府（牵头单位：…）" above full items: the units are those of every item. */
  hasUnitsInHeading(node: OutlineNode): boolean {
    const own = this.ownOf(node)
    const last = own.at(-1)
    const childRank = MARKER_RANK[node.children[0]?.marker.kind ?? 'circled']
    if (
      last === undefined ||
      MARKER_RANK[node.marker.kind] > MARKER_RANK.chinese_paren ||
      childRank > MARKER_RANK.arabic
    )
      return false
    const { title, isTitleOnly } = this.headingOf(node)
    return (
      (isTitleOnly || (own[0]?.start ?? 0) <= title.end + 2) &&
      trimSpan(this.text.folded, last.end, node.ownEnd).start >= node.ownEnd
    )
  }

  /** Without any responsibility: a bare heading above full items is a section. */
  isHeadingOfItems(node: OutlineNode): boolean {
    const rank = MARKER_RANK[node.marker.kind]
    if (rank <= MARKER_RANK.chinese || node.marker.kind === 'dash') return true
    const childRank = MARKER_RANK[node.children[0]?.marker.kind ?? 'circled']
    return this.headingOf(node).isTitleOnly && childRank <= MARKER_RANK.arabic
  }

  /** Only the last of several small parts is followed by the responsibility: it is the whole item's. */
  isTrailing(node: OutlineNode, children: readonly OutlineNode[]): boolean {
    const last = node.children.at(-1)
    if (node.children.length < 2 || children.length !== 1 || children[0] !== last || last === undefined) return false
    return (
      MARKER_RANK[last.marker.kind] >= MARKER_RANK.arabic && MARKER_RANK[node.marker.kind] >= MARKER_RANK.chinese_paren
    )
  }

  /** 2 is followed by 4: what stands between them after 2's responsibility is the item that lost its number. */
  lacksNextNumber(node: OutlineNode): boolean {
    const next = this.following.get(node)
    return (
      next !== undefined && next.marker.kind === node.marker.kind && next.marker.ordinal === node.marker.ordinal + 2
    )
  }

  private assignStatements(part: OutlinePart, statements: readonly Statement[]): void {
    let next = 0
    let previous: OutlineNode | null = null
    const visit = (node: OutlineNode): void => {
      const mine: Statement[] = []
      for (
        let statement = statements[next];
        statement !== undefined && statement.start < node.ownEnd;
        statement = statements[next]
      ) {
        if (statement.start >= node.start) mine.push(statement)
        next += 1
      }
      this.own.set(node, mine)
      if (previous !== null) this.following.set(previous, node)
      previous = node
      node.children.forEach(visit)
    }
    part.roots.forEach(visit)
  }

  private findTaskKind(): MarkerKind | null {
    const counts = new Map<MarkerKind, number>()
    for (const [node, mine] of this.own) {
      if (mine.length > 0) counts.set(node.marker.kind, (counts.get(node.marker.kind) ?? 0) + 1)
    }
    let best: MarkerKind | null = null
    for (const [kind, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = kind
    return best
  }

  /** All statements of an item and of its parts, in text order. */
  allOf(node: OutlineNode): Statement[] {
    return [...this.ownOf(node), ...node.children.flatMap((child) => this.allOf(child))]
  }
}
