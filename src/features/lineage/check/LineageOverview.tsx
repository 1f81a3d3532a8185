import { acceptAncestors } from '@/domain/plan-draft/edit-ancestors'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { lineageFigures, sureAncestors } from '@/domain/lineage/draft-lineage'
import { Button } from 'antd'
import { use } from 'react'
import { useStore } from 'zustand'
import styles from '../Lineage.module.css'
import { DeskLineageContext, type DeskLineage } from './lineage-context'

/** How many tasks have possible ancestors, how many are settled, and one button for those beyond doubt. */
export function LineageOverview({ draft }: { readonly draft: PlanDraft }) {
  const lineage = use(DeskLineageContext)
  return lineage === null || draft.tasks.length === 0 ? null : <Overview draft={draft} lineage={lineage} />
}

function Overview({ draft, lineage }: { readonly draft: PlanDraft; readonly lineage: DeskLineage }) {
  const { found } = useStore(lineage.search.store)
  const figures = lineageFigures(draft.tasks, found)
  const sure = sureAncestors(draft.tasks, found)
  return (
    <div className={`${styles.overview} line soft`}>
      <p role="status">
        任务沿革：{figures.tasks} 项任务中 {figures.found} 项找到可能的来源任务，已确认 {figures.accepted} 项。
        {figures.pending > 0 ? `正在查找其余 ${figures.pending} 项…` : ''}
      </p>
      {sure.size === 0 ? null : (
        <Button size="small" onClick={() => lineage.edit((current) => acceptAncestors(current, sure))}>
          一键确认把握高的（{sure.size} 项）
        </Button>
      )}
    </div>
  )
}
