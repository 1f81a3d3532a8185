import { workingCopyOptions } from '@/data/reports/queries'
import { useSaveReportDraft } from '@/data/reports/save-draft'
import type { WorkingCopy } from '@/data/reports/working-copy'
import { saveFailureOf } from '@/data/save-failure'
import type { ObligationId, ReportId } from '@/domain/ids'
import { isSameContent, type ReportContent } from '@/domain/reporting/report-content'
import { Autosave } from '@/lib/autosave'
import type { DeviceCopy } from '@/lib/device-copy'
import type { SavedVersion } from '@/lib/saved-version'
import { useAutosave } from '@/ui/use-autosave'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

interface ReportAutosaveInput {
  readonly obligationId: ObligationId
  readonly workingCopy: WorkingCopy | null
  readonly start: ReportContent
  readonly device: DeviceCopy<ReportContent>
}

export type ReportAutosave = Autosave<ReportContent, ReportId>

/** Saves one report's draft for as long as its form is open. */
export function useReportAutosave({ obligationId, workingCopy, start, device }: ReportAutosaveInput): ReportAutosave {
  const queryClient = useQueryClient()
  const { mutateAsync: saveDraft } = useSaveReportDraft()
  const [autosave] = useState(
    () =>
      new Autosave<ReportContent, ReportId>({
        saved: toVersion(workingCopy),
        start: workingCopy?.content ?? start,
        isSame: isSameContent,
        save: async (expectedRevision, content) => {
          const { reportId, revision, savedAt } = await saveDraft({ obligationId, expectedRevision, content })
          return { id: reportId, revision, savedAt: new Date(savedAt) }
        },
        readTheirs: async () => toVersion(await queryClient.fetchQuery(workingCopyOptions(obligationId))),
        failureOf: saveFailureOf,
        device,
      }),
  )
  useAutosave(autosave)
  useEffect(() => {
    const version = toVersion(workingCopy)
    if (version !== null) autosave.follow(version)
  }, [autosave, workingCopy])
  return autosave
}

function toVersion(copy: WorkingCopy | null): SavedVersion<ReportContent, ReportId> | null {
  if (copy === null) return null
  const { id, revision, content, updatedAt, updatedByName } = copy
  return { id, revision, content, savedAt: new Date(updatedAt), savedBy: updatedByName }
}
