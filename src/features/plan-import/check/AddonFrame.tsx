import type { DraftTask, PlanDraft } from '@/domain/plan-draft/plan-draft'
import { meaningOf } from '@/domain/plan-draft/unit-names'
import { use, useCallback } from 'react'
import { CheckAddonsContext } from './check-addons'
import { useDeskActions, useDeskNames } from './check-context'

/** Puts the frame of what the page adds around the right pane, or nothing. */
export function AddonFrame({ draft, children }: { readonly draft: PlanDraft; readonly children: React.ReactNode }) {
  const addons = use(CheckAddonsContext)
  const { edit } = useDeskActions()
  const { index, resolutions } = useDeskNames()
  const unitNamesOf = useCallback(
    (task: DraftTask) =>
      task.units.flatMap(({ name }) => {
        const meaning = meaningOf(name, resolutions, index)
        if (meaning.kind === 'unit') return [meaning.unit.name]
        return meaning.kind === 'group' ? meaning.members.map((member) => member.name) : [name]
      }),
    [index, resolutions],
  )
  if (addons === null) return children
  return (
    <addons.Frame draft={draft} edit={edit} unitNamesOf={unitNamesOf}>
      {children}
    </addons.Frame>
  )
}
