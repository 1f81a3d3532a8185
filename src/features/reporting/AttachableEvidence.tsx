import { useAttachEvidence, useDownloadEvidence } from '@/data/evidence/mutations'
import type { ReportId } from '@/domain/ids'
import type { Evidence } from '@/domain/reporting/evidence'
import { FormError } from '@/ui/FormError'
import { useAttempt } from '@/ui/use-attempt'
import { EvidenceLine } from '@/ui/work/EvidenceLine'
import { Button } from 'antd'

interface AttachableEvidenceProps {
  readonly evidence: Evidence
  readonly isAttached: boolean
  readonly ensureReport: () => Promise<ReportId>
  /** What else can be done with it. */
  readonly otherActions?: React.ReactNode
}

/** A piece the unit already has, and the button that adds it to the report. */
export function AttachableEvidence({ evidence, isAttached, ensureReport, otherActions }: AttachableEvidenceProps) {
  const download = useDownloadEvidence()
  const { mutateAsync: attach } = useAttachEvidence()
  const { isBusy, error, run } = useAttempt()
  const add = () => void run(async () => attach({ reportId: await ensureReport(), evidenceId: evidence.id }))
  const word = isAttached ? '已添加' : '添加'
  const actions = (
    <>
      {otherActions}
      <Button
        size="small"
        disabled={isAttached}
        loading={isBusy}
        aria-label={`${word} ${evidence.title}`}
        onClick={add}
      >
        {word}
      </Button>
    </>
  )
  return (
    <>
      <EvidenceLine evidence={evidence} onDownload={download} actions={actions} />
      <FormError error={error} />
    </>
  )
}
