import { planDraftOptions, planSourceOptions } from '@/data/plan-drafts/queries'
import { unitDirectoryOptions } from '@/data/units/queries'
import type { PlanId } from '@/domain/ids'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import type { CheckAddons } from './check/check-addons'
import { CheckSkeleton } from './check/CheckSkeleton'
import { OpenDraft } from './check/OpenDraft'

/** A draft plan beside its source: correct what was misread, then issue it. */
export function PlanCheckPage({
  planId,
  addons = null,
}: {
  readonly planId: PlanId
  readonly addons?: CheckAddons | null
}) {
  const draft = useQuery(planDraftOptions(planId))
  const source = useQuery(planSourceOptions(draft.data?.sourceDocumentId))
  const directory = useQuery(unitDirectoryOptions())
  const skeleton = <CheckSkeleton />
  return (
    <QueryState isPage query={draft} skeleton={skeleton} errorTitle="没有打开这份草稿">
      {(saved) => (
        <QueryState isPage query={source} skeleton={skeleton} errorTitle="没有读取到原文">
          {(document) => (
            <QueryState isPage query={directory} skeleton={skeleton} errorTitle="没有读取到单位">
              {(units) => (
                <OpenDraft key={saved.planId} saved={saved} source={document} directory={units} addons={addons} />
              )}
            </QueryState>
          )}
        </QueryState>
      )}
    </QueryState>
  )
}
