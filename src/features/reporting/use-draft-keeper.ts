import { workingCopyOptions } from '@/data/reports/queries'
import { useSaveReportDraft } from '@/data/reports/save-draft'
import type { WorkingCopy } from '@/data/reports/working-copy'
import type { ObligationId } from '@/domain/reporting/obligation'
import type { ReportContent } from '@/domain/reporting/report-content'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { forgetDeviceCopy, keepDeviceCopy } from './device-copy'
import type { DraftState } from './draft-keeper'
import { DraftKeeper } from './draft-keeper'

interface DraftKeeperInput {
  readonly obligationId: ObligationId
  readonly workingCopy: WorkingCopy | null
  readonly start: ReportContent
  readonly deviceKey: string
}

/** The keeper of one report's draft, for as long as its form is open. */
export function useDraftKeeper(input: DraftKeeperInput): readonly [DraftState, DraftKeeper] {
  const { obligationId, workingCopy, start, deviceKey } = input
  const queryClient = useQueryClient()
  const { mutateAsync: saveDraft } = useSaveReportDraft()
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        workingCopy,
        start,
        save: (expectedRevision, content) => saveDraft({ obligationId, expectedRevision, content }),
        readTheirs: () => queryClient.fetchQuery(workingCopyOptions(obligationId)),
        keepHere: (content) => keepDeviceCopy(deviceKey, content, new Date()),
        forgetHere: () => forgetDeviceCopy(deviceKey),
      }),
  )
  const state = useSyncExternalStore(keeper.subscribe, keeper.getState)

  useEffect(() => {
    if (workingCopy !== null) keeper.follow(workingCopy)
  }, [keeper, workingCopy])

  useEffect(() => {
    const retry = () => {
      if (keeper.hasUnsaved) void keeper.save().catch(() => undefined)
    }
    globalThis.addEventListener('online', retry)
    return () => {
      globalThis.removeEventListener('online', retry)
      keeper.stop()
    }
  }, [keeper])

  return [state, keeper]
}
