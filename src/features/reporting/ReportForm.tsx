import { useSubmitReport } from '@/data/reports/mutations'
import type { WorkingCopy } from '@/data/reports/working-copy'
import type { Obligation } from '@/domain/reporting/obligation'
import { submissionComplaints, withKind, type ReportContent } from '@/domain/reporting/report-content'
import type { Submission } from '@/domain/reporting/submission'
import type { DeviceCopy } from '@/lib/device-copy'
import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { LeaveGuard } from '@/ui/LeaveGuard'
import { SaveState } from '@/ui/SaveState'
import { StickyFoot } from '@/ui/StickyFoot'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { useAttempt } from '@/ui/use-attempt'
import { openedPart } from '@/ui/lazy-part'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { DeviceCopyNotice } from './DeviceCopyNotice'
import { DiscardButton } from './DiscardButton'
import { EvidenceSection } from './EvidenceSection'
import { KindChoice } from './KindChoice'
import styles from './ReportForm.module.css'
import { ReportWords, type Complaints } from './ReportWords'
import { ReturnNotice } from './ReturnNotice'
import { useFileUploads, type UploadList } from './use-file-uploads'
import { useReportAutosave, type ReportAutosave } from './use-report-autosave'

const DraftConflict = openedPart(() => import('./DraftConflict').then((module) => module.DraftConflict))

interface ReportFormProps {
  readonly obligation: Obligation
  readonly workingCopy: WorkingCopy | null
  readonly start: ReportContent
  /** The newest submission, whose return or evidence decisions the form speaks of. */
  readonly last: Submission | null
  /** The approved report before this one. */
  readonly before: Submission | null
  readonly device: DeviceCopy<ReportContent>
  readonly onSubmitted: () => void
  readonly onDiscarded: () => void
}

/** One report on one milestone, from the first word to handing it in. */
export function ReportForm(props: ReportFormProps) {
  const { obligation, workingCopy, start, last, before, device, onSubmitted, onDiscarded } = props
  const { id: obligationId, unitId } = obligation
  const autosave = useReportAutosave({ obligationId, workingCopy, start, device })
  const draft = useStore(autosave.store)
  const ensureReport = async () => (await autosave.flush()).id
  const uploads = useFileUploads(unitId, ensureReport)
  const evidence = workingCopy?.evidence ?? []
  const { complaints, submit, error, isBusy } = useSubmission({
    autosave,
    uploads,
    content: draft.content,
    evidenceCount: evidence.length,
    onSubmitted,
  })
  const form = useRef<HTMLFormElement>(null)
  const { content } = draft
  const change = (patch: Partial<ReportContent>) => autosave.change({ ...content, ...patch })

  const handIn = async () => {
    const isComplaining = await submit()
    if (isComplaining)
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  return (
    <form
      ref={form}
      aria-label="填报进展"
      onSubmit={(event) => {
        event.preventDefault()
        void handIn()
      }}
    >
      <ReturnNotice workingCopy={workingCopy} last={last} />
      <DeviceCopyNotice device={device} current={content} onRestore={change} />
      <KindChoice value={content.kind} onChange={(kind) => change(withKind(content, kind, start))} />
      <ReportWords
        content={content}
        start={start}
        before={before}
        complaints={complaints}
        obligation={obligation}
        onChange={change}
        reuse={{ attachedIds: evidence.map((each) => each.id), ensureReport }}
      />
      <EvidenceSection
        key={obligationId}
        unitId={unitId}
        evidence={evidence}
        last={last}
        reportId={draft.id}
        ensureReport={ensureReport}
        uploads={uploads}
        complaint={complaints.evidence}
        isNeeded={content.kind === 'progress' && content.percent === 100}
      />
      <FormError error={error ?? draft.error} />
      <ReportFoot
        autosave={autosave}
        canDiscard={draft.id !== null && (workingCopy?.state ?? 'draft') === 'draft'}
        isBusy={isBusy}
        onDiscarded={onDiscarded}
      />
      <DraftConflict
        isOpen={draft.conflict !== null}
        mine={content}
        theirs={draft.conflict}
        onChoose={(chosen) => autosave.resolve(chosen)}
      />
      <LeaveGuard
        hasUnsaved={() => autosave.hasUnsaved || uploads.isBusy()}
        save={() => autosave.flush()}
        description="还有内容没有存到服务器，或文件没有传完。已填的文字存在本机，下次打开会提示恢复；没传完的文件要重新添加。"
      />
    </form>
  )
}

interface ReportFootProps {
  readonly autosave: ReportAutosave
  readonly canDiscard: boolean
  readonly isBusy: boolean
  readonly onDiscarded: () => void
}

/** How far it is saved, and what can be done with it. */
function ReportFoot({ autosave, canDiscard, isBusy, onDiscarded }: ReportFootProps) {
  const { phase, savedAt } = useStore(autosave.store)
  // What keeps it from being saved is shown by its state.
  const saveDraft = () => void autosave.flush().catch(() => undefined)
  return (
    <StickyFoot>
      <footer className={styles.footer}>
        <SaveState phase={phase} savedAt={savedAt} onRetry={saveDraft} />
        <Buttons align="end">
          {canDiscard ? <DiscardButton autosave={autosave} onDiscarded={onDiscarded} /> : null}
          <Button onClick={saveDraft}>保存草稿</Button>
          <Button type="primary" htmlType="submit" loading={isBusy}>
            报送
          </Button>
        </Buttons>
      </footer>
    </StickyFoot>
  )
}

interface SubmissionInput {
  readonly autosave: ReportAutosave
  readonly uploads: UploadList
  readonly content: ReportContent
  readonly evidenceCount: number
  readonly onSubmitted: () => void
}

/** Handing in: says what is missing, asks where there is no way back, saves, submits. */
function useSubmission({ autosave, uploads, content, evidenceCount, onSubmitted }: SubmissionInput) {
  const { ask } = useFeedback()
  const { mutateAsync } = useSubmitReport()
  const { isBusy, error, run } = useAttempt()
  const [hasTried, setHasTried] = useState(false)

  // From the first attempt on, each complaint goes as soon as it is met.
  const found = complaintsOf(content, evidenceCount, uploads.items.length > 0)

  /** Answers whether something keeps the report from being handed in. */
  const submit = async (): Promise<boolean> => {
    setHasTried(true)
    if (Object.keys(found).length > 0) return true
    await run(async () => {
      const question = questionBefore(content)
      if (question !== null && !(await ask({ ...question, okText: '报送', cancelText: '再看看' }))) return
      try {
        const { id: reportId, revision } = await autosave.flush()
        await mutateAsync({ reportId, revision })
        onSubmitted()
      } catch (thrown) {
        // What saving could not do, the form shows; only a refused hand-in is told here.
        if (autosave.store.getState().error === null) throw thrown
      }
    })
    return false
  }
  return { complaints: hasTried ? found : {}, submit, error, isBusy }
}

function complaintsOf(content: ReportContent, evidenceCount: number, isUploading: boolean): Complaints {
  const found = submissionComplaints(content, evidenceCount).map(({ field, words }) => [field, words] as const)
  if (isUploading) found.push(['evidence', '还有文件没有传完。请等上传完成，或取消它。'])
  return Object.fromEntries(found)
}

function questionBefore({ kind, percent }: ReportContent): { title: string; content: string } | null {
  if (kind === 'not_applicable') return { title: '报送无此事项？', content: '审核通过后，这项任务不再催报。' }
  if (kind === 'progress' && percent === 100)
    return { title: '报送办结？', content: '审核期间不能修改；通过后这一节点即办结。' }
  return null
}
