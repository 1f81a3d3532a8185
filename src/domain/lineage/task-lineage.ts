import type { PlanId, TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'

/** A task somewhere in a lineage. */
export interface LineageTaskNode {
  readonly taskId: TaskId
  readonly number: string | null
  readonly title: string
  readonly isWithdrawn: boolean
  readonly planId: PlanId
  readonly planTitle: string
  readonly startYear: number
  readonly endYear: number
}

/** The part of a plan over several years that a later task carries out. */
export interface LineageMilestone {
  readonly year: number | null
  readonly dueOn: LocalDate
  readonly requirement: string
}

/** A task goes on from an ancestor. */
export interface LineageLink {
  readonly taskId: TaskId
  readonly ancestorId: TaskId
  readonly milestone: LineageMilestone | null
}

/** Everything that is linked with a task, upwards and downwards. */
export interface TaskLineage {
  readonly nodes: ReadonlyMap<TaskId, LineageTaskNode>
  readonly links: readonly LineageLink[]
}

export interface LineageEntry {
  readonly node: LineageTaskNode
  /** The milestones that tie it to the rest of the line. */
  readonly milestones: readonly LineageMilestone[]
  /** The link with the task itself, when nothing stands between them. */
  readonly link: LineageLink | null
}

/** The line above a task and the one below it, the oldest plan first. */
export interface LineageLine {
  readonly ancestors: readonly LineageEntry[]
  readonly descendants: readonly LineageEntry[]
}

/** Puts the tasks that a task goes on from, and those that go on from it, in the order of their plans. */
export function arrangeLineage(taskId: TaskId, lineage: TaskLineage): LineageLine {
  const above = reach(taskId, lineage.links, (link) => [link.taskId, link.ancestorId])
  const below = reach(taskId, lineage.links, (link) => [link.ancestorId, link.taskId])
  return {
    ancestors: entries(
      above,
      lineage,
      (link, id) => (link.ancestorId === id && (link.taskId === taskId || above.has(link.taskId)) ? link : null),
      (link) => link.taskId === taskId,
    ),
    descendants: entries(
      below,
      lineage,
      (link, id) => (link.taskId === id && (link.ancestorId === taskId || below.has(link.ancestorId)) ? link : null),
      (link) => link.ancestorId === taskId,
    ),
  }
}

function reach(
  from: TaskId,
  links: readonly LineageLink[],
  step: (link: LineageLink) => readonly [from: TaskId, to: TaskId],
): Set<TaskId> {
  const reached = new Set<TaskId>()
  let edge = [from]
  while (edge.length > 0) {
    const next = links.map(step).filter(([start, end]) => edge.includes(start) && end !== from && !reached.has(end))
    edge = [...new Set(next.map(([, end]) => end))]
    for (const id of edge) reached.add(id)
  }
  return reached
}

function entries(
  ids: ReadonlySet<TaskId>,
  { nodes, links }: TaskLineage,
  linkOf: (link: LineageLink, id: TaskId) => LineageLink | null,
  isDirect: (link: LineageLink) => boolean,
): LineageEntry[] {
  const found = [...ids].flatMap((id): LineageEntry[] => {
    const node = nodes.get(id)
    if (node === undefined) return []
    const own = links.flatMap((link) => linkOf(link, id) ?? [])
    const milestones = own.flatMap(({ milestone }) => milestone ?? [])
    const distinct = milestones.filter(
      (one, index) => milestones.findIndex((other) => other.dueOn === one.dueOn) === index,
    )
    return [
      { node, milestones: distinct.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)), link: own.find(isDirect) ?? null },
    ]
  })
  return found.sort(
    (a, b) =>
      a.node.startYear - b.node.startYear ||
      b.node.endYear - a.node.endYear ||
      a.node.title.localeCompare(b.node.title, 'zh'),
  )
}

/** A milestone: 2022 年度节点：上线运行. The year that its words begin with is not said twice. */
export function milestoneInWords({ year, dueOn, requirement }: LineageMilestone): string {
  const when = year === null ? `${dueOn} 节点` : `${year} 年度节点`
  const words = requirement.replace(/^(?:到?\s*\d{4}\s*年(?:年?底)?前?)[，,：:、\s]*/, '').replace(/[；;，,。\s]+$/, '')
  return words === '' ? when : `${when}：${words}`
}
