import type { EarlierImport } from '@/data/plan-drafts/plan-draft'
import { paths } from '@/domain/addresses/paths'
import { planStateVocabulary } from '@/domain/plans/plan-state-vocabulary'
import { Notice } from '@/ui/Notice'
import { Link } from 'react-router'

/** Plans that are there already and look like what is about to be imported; none of them is in the way. */
export function EarlierImports({ earlier }: { readonly earlier: readonly EarlierImport[] }) {
  if (earlier.length === 0) return null
  return (
    <Notice tone="warning" role="note" aria-label="可能已经导入过">
      {earlier.map(({ planId, title, state, isSameFile }) => (
        <p key={planId}>
          {isSameFile ? '同一份文件已经导入过：' : '名称或文号、年度相同的计划已经有了：'}
          <Link to={state === 'draft' ? paths.planCheck.to(planId) : paths.plan.to(planId)}>{title}</Link>（
          {planStateVocabulary.label(state)}）
        </p>
      ))}
    </Notice>
  )
}
