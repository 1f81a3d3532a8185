import { useDownloadEvidence } from '@/data/evidence/mutations'
import type { EvidenceId } from '@/domain/ids'
import type { EvidenceVerdict, EvidenceVerdicts } from '@/domain/review/evidence-verdicts'
import { previewKindOf } from '@/domain/reporting/evidence-file'
import type { SubmittedEvidence } from '@/domain/reporting/evidence'
import { EmptyState } from '@/ui/EmptyState'
import { OpenedInPlace } from '@/ui/OpenedInPlace'
import { Paper } from '@/ui/Paper'
import { Segments } from '@/ui/Segments'
import { EvidenceLine } from '@/ui/work/EvidenceLine'
import { AcceptanceNote } from '@/ui/work/SubmissionRecord'
import { Button } from 'antd'
import { useState } from 'react'
import { EvidencePreview } from './EvidencePreview'
import { FileCheck } from './FileCheck'

interface EvidenceReviewProps {
  readonly evidence: readonly SubmittedEvidence[]
  /** Whether the submission still awaits its decision. */
  readonly isOpen: boolean
  readonly verdicts: EvidenceVerdicts
  readonly onChange: (verdicts: EvidenceVerdicts) => void
}

/** Each piece with a way to look at it and, while the report is open, to accept it or not. */
export function EvidenceReview({ evidence, isOpen, verdicts, onChange }: EvidenceReviewProps) {
  const decide = (id: EvidenceId, verdict: EvidenceVerdict) => onChange(new Map(verdicts).set(id, verdict))
  return (
    <Paper title="佐证材料" aside={evidence.length === 0 ? null : `${evidence.length} 件`}>
      {evidence.length === 0 ? (
        <EmptyState title="没有附佐证材料" />
      ) : (
        <ul className="ruled" aria-label="佐证材料">
          {evidence.map((each) => (
            <li key={each.id}>
              <Piece
                evidence={each}
                isOpen={isOpen}
                verdict={verdicts.get(each.id) ?? null}
                onDecide={(verdict) => decide(each.id, verdict)}
              />
            </li>
          ))}
        </ul>
      )}
    </Paper>
  )
}

interface PieceProps {
  readonly evidence: SubmittedEvidence
  readonly isOpen: boolean
  readonly verdict: EvidenceVerdict | null
  readonly onDecide: (verdict: EvidenceVerdict) => void
}

function Piece({ evidence, isOpen, verdict, onDecide }: PieceProps) {
  const download = useDownloadEvidence()
  const [isShown, setIsShown] = useState(false)
  const { storagePath, contentSha256 } = evidence
  const address = storagePath === null ? null : { storagePath, contentSha256 }
  const isShowable = storagePath !== null && previewKindOf(storagePath) !== 'none'
  const note = (
    <>
      <AcceptanceNote evidence={evidence} />
      {address === null ? null : <FileCheck address={address} />}
    </>
  )
  const actions = (
    <>
      {isShowable ? (
        <Button
          size="small"
          type="text"
          aria-expanded={isShown}
          aria-label={`预览 ${evidence.title}`}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? '收起' : '预览'}
        </Button>
      ) : null}
      {isOpen ? (
        <Segments
          label={`${evidence.title} 是否认可`}
          value={verdict}
          onChange={onDecide}
          choices={[
            { value: 'accepted', label: '认可' },
            { value: 'rejected', label: '不认可' },
          ]}
        />
      ) : null}
    </>
  )
  return (
    <>
      <EvidenceLine evidence={evidence} onDownload={download} note={note} isCheckedInNote actions={actions} />
      {isShown && address !== null ? (
        <OpenedInPlace>
          <EvidencePreview address={address} title={evidence.title} />
        </OpenedInPlace>
      ) : null}
    </>
  )
}
