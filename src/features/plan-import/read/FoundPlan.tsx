import { documentInWords } from '@/domain/plan-draft/document-facts'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { openDoubts } from '@/domain/plan-draft/review-draft'

/** One plan of a document: its title, what it is, and how much was found in it. */
export function FoundPlan({ draft }: { readonly draft: PlanDraft }) {
  const { document, sections, tasks } = draft
  const names = new Set(tasks.flatMap((task) => task.units.map((unit) => unit.name)))
  const milestones = tasks.reduce((sum, task) => sum + task.milestones.length, 0)
  const doubtful = tasks.filter((task) => openDoubts(task, draft).length > 0).length
  const counts = [
    `${sections.length} 个章节`,
    `${tasks.length} 项任务`,
    `${names.size} 个单位名称`,
    `${milestones} 个节点`,
    ...(doubtful === 0 ? [] : [`${doubtful} 项待核对`]),
  ]
  return (
    <div>
      <h3>{document.title}</h3>
      <p className="soft">{documentInWords(document)}</p>
      <p>{counts.join('，')}</p>
    </div>
  )
}
