import { useDownloadEvidence } from '@/data/evidence/mutations'
import type { EvidenceId } from '@/domain/ids'
import { previewKindOf } from '@/domain/reporting/evidence-file'
import type { SubmittedEvidence } from '@/domain/reporting/evidence'
import { EmptyState } from '@/ui/EmptyState'
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
  readonly rejectedIds: ReadonlySet<EvidenceId>
  readonly onChange: (rejectedIds: ReadonlySet<EvidenceId>) => void
}

/** Each piece with a way to look at it and, while the report is open, to accept it or not. */
export function EvidenceReview({ evidence, isOpen, rejectedIds, onChange }: EvidenceReviewProps) {
  const decide = (id: EvidenceId, isAccepted: boolean) => {
    const next = new Set(rejectedIds)
    if (isAccepted) next.delete(id)
    else next.add(id)
    onChange(next)
  }
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
                isAccepted={!rejectedIds.has(each.id)}
                onDecide={(isAccepted) => decide(each.id, isAccepted)}
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
  readonly isAccepted: boolean
  readonly onDecide: (isAccepted: boolean) => void
}

function Piece({ evidence, isOpen, isAccepted, onDecide }: PieceProps) {
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
          value={isAccepted ? 'accepted' : 'rejected'}
          onChange={(value) => onDecide(value === 'accepted')}
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
      {isShown && address !== null ? <EvidencePreview address={address} title={evidence.title} /> : null}
    </>
  )
}
