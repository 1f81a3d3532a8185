import { useDetachEvidence, useDownloadEvidence } from '@/data/evidence/mutations'
import type { ReportId, UnitId } from '@/domain/ids'
import type { Evidence } from '@/domain/reporting/evidence'
import { evidenceFileRule } from '@/domain/reporting/evidence-file'
import type { Submission } from '@/domain/reporting/submission'
import { Buttons } from '@/ui/Buttons'
import { FilePicker } from '@/ui/FilePicker'
import { ToneTag } from '@/ui/StatusTag'
import { lazyPart, openedPart } from '@/ui/lazy-part'
import { EvidenceLine } from '@/ui/work/EvidenceLine'
import { Button } from 'antd'
import { Suspense, useId, useState } from 'react'
import styles from './EvidenceSection.module.css'
import { PhotoButton } from './PhotoButton'
import { Complaint } from './ReportTextField'
import { UploadLine } from './UploadLine'
import type { UploadList } from './use-file-uploads'

const LinkForm = lazyPart(() => import('./LinkForm').then((module) => module.LinkForm))
const EvidencePicker = openedPart(() => import('./EvidencePicker').then((module) => module.EvidencePicker))

interface EvidenceSectionProps {
  readonly unitId: UnitId
  readonly evidence: readonly Evidence[]
  readonly last: Submission | null
  /** The working copy; null until something was saved. */
  readonly reportId: ReportId | null
  readonly ensureReport: () => Promise<ReportId>
  readonly uploads: UploadList
  readonly complaint: string | undefined
  /** Whether this report needs a piece. */
  readonly isNeeded: boolean
}

type OpenPart = 'none' | 'link' | 'store'

/** What proves the report: links first, then files, or a piece the unit already has. */
export function EvidenceSection(props: EvidenceSectionProps) {
  const { unitId, evidence, last, reportId, ensureReport, uploads, complaint, isNeeded } = props
  const [open, setOpen] = useState<OpenPart>('none')
  const headingId = useId()
  const close = () => setOpen('none')

  return (
    <section
      className={styles.section}
      aria-labelledby={headingId}
      aria-invalid={complaint !== undefined}
      tabIndex={-1}
    >
      <h3 id={headingId} className={styles.heading}>
        佐证材料
        <span className="faint">{isNeeded ? '（至少一件）' : '（可不填，已发布网页的链接最好）'}</span>
      </h3>
      <AttachedList evidence={evidence} last={last} reportId={reportId} />
      {uploads.items.map((upload) => (
        <UploadLine
          key={upload.key}
          upload={upload}
          onCancel={() => uploads.cancel(upload.key)}
          onRetry={() => uploads.retry(upload.key)}
        />
      ))}
      <Complaint words={complaint} />
      <div className={styles.ways}>
        <Buttons>
          <Button aria-expanded={open === 'link'} onClick={() => setOpen(open === 'link' ? 'none' : 'link')}>
            添加链接
          </Button>
          <Button onClick={() => setOpen('store')}>从材料库选</Button>
          <PhotoButton onPhotos={uploads.add} />
        </Buttons>
      </div>
      <Suspense>
        {open === 'link' ? <LinkForm unitId={unitId} ensureReport={ensureReport} onClose={close} /> : null}
      </Suspense>
      <FilePicker rule={evidenceFileRule} isMultiple label="把文件拖到这里，或点击选择文件" onFiles={uploads.add} />
      <EvidencePicker
        isOpen={open === 'store'}
        unitId={unitId}
        attachedIds={evidence.map((each) => each.id)}
        ensureReport={ensureReport}
        onClose={close}
      />
    </section>
  )
}

type AttachedListProps = Pick<EvidenceSectionProps, 'evidence' | 'last' | 'reportId'>

function AttachedList({ evidence, last, reportId }: AttachedListProps) {
  const download = useDownloadEvidence()
  const { mutate: detach, isPending } = useDetachEvidence()
  if (evidence.length === 0) return null
  const refused = new Set(last?.evidence.filter((each) => each.isAccepted === false).map((each) => each.id))
  return (
    <ul className={`${styles.list} ruled`} aria-label="已添加的佐证材料">
      {evidence.map((each) => (
        <li key={each.id}>
          <EvidenceLine
            evidence={each}
            onDownload={download}
            note={refused.has(each.id) ? <ToneTag tone="warning">上次未认可</ToneTag> : null}
            actions={
              <Button
                type="text"
                size="small"
                disabled={isPending || reportId === null}
                aria-label={`移除 ${each.title}`}
                onClick={() => reportId !== null && detach({ reportId, evidenceId: each.id })}
              >
                移除
              </Button>
            }
          />
        </li>
      ))}
    </ul>
  )
}
