import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { meaningOf } from '@/domain/plan-draft/unit-names'
import { useCallback } from 'react'
import { useDesk, useDeskActions } from './use-desk'

/** Puts the frame of what the page adds around the right pane, or nothing. */
export function AddonFrame({ children }: { readonly children: React.ReactNode }) {
  const addons = useDesk((desk) => desk.addons)
  const draft = useDesk((desk) => desk.draft)
  const { edit } = useDeskActions()
  const index = useDesk((desk) => desk.index)
  const { resolutions } = draft
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
