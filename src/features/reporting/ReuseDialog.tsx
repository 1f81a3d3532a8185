import { UNIT_REPORTS_PER_PAGE, unitReportsOptions, type UnitReport } from '@/data/reports/unit-reports'
import type { EvidenceId, ReportId } from '@/domain/ids'
import type { Obligation } from '@/domain/reporting/obligation'
import type { ReportContent } from '@/domain/reporting/report-content'
import { reportStateVocabulary } from '@/domain/reporting/report-state-vocabulary'
import { submissionState } from '@/domain/reporting/submission'
import { taskName } from '@/domain/tasks/task-name'
import { LONGEST_SEARCH } from '@/lib/search-text'
import { Buttons } from '@/ui/Buttons'
import { ClampedText } from '@/ui/ClampedText'
import { MomentText } from '@/ui/DateText'
import { EmptyState } from '@/ui/EmptyState'
import { Pager } from '@/ui/Pager'
import { QueryState } from '@/ui/QueryState'
import { StatusTag } from '@/ui/StatusTag'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import Search from 'antd/es/input/Search'
import { useState } from 'react'
import { AttachableEvidence } from './AttachableEvidence'
import styles from './EvidenceSection.module.css'

export interface ReuseDialogProps {
  readonly isOpen: boolean
  readonly obligation: Pick<Obligation, 'id' | 'unitId'>
  /** What the report already has. */
  readonly attachedIds: readonly EvidenceId[]
  readonly ensureReport: () => Promise<ReportId>
  /** Puts the words of another report into the form; nothing typed is lost by it. */
  readonly onWords: (words: Pick<ReportContent, 'done' | 'nextSteps'>) => void
  readonly onClose: () => void
}

/** What the unit reported on its other tasks: a fact is told once and serves wherever it counts, with its evidence. */
export function ReuseDialog({ isOpen, onClose, ...rest }: ReuseDialogProps) {
  return (
    <Modal
      open={isOpen}
      title="本单位其他任务的填报"
      onCancel={onClose}
      footer={<Button onClick={onClose}>完成</Button>}
      destroyOnHidden
      width={720}
    >
      <ReportList {...rest} />
    </Modal>
  )
}

function ReportList({ obligation, ...rest }: Omit<ReuseDialogProps, 'isOpen' | 'onClose'>) {
  const [words, setWords] = useState('')
  const [page, setPage] = useState(1)
  const query = useQuery(unitReportsOptions({ unitId: obligation.unitId, exceptId: obligation.id, words, page }))
  return (
    <>
      <p className="soft">填入的文字接在已写内容之后，不会覆盖。</p>
      <Search
        allowClear
        maxLength={LONGEST_SEARCH}
        aria-label="查找填报"
        placeholder="按填报文字查找"
        onSearch={(text) => {
          setWords(text)
          setPage(1)
        }}
      />
      <QueryState
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={<EmptyState title={words === '' ? '本单位还没有其他任务的填报' : '没有符合条件的填报'} />}
      >
        {({ items, total }) => (
          <>
            <ul className={`${styles.storeList} ruled`} aria-label="其他任务的填报">
              {items.map((item) => (
                <li key={item.submission.id} className={styles.reusable}>
                  <Reusable item={item} {...rest} />
                </li>
              ))}
            </ul>
            <Pager page={page} pageSize={UNIT_REPORTS_PER_PAGE} total={total} onChange={setPage} />
          </>
        )}
      </QueryState>
    </>
  )
}

interface ReusableProps extends Pick<ReuseDialogProps, 'attachedIds' | 'ensureReport' | 'onWords'> {
  readonly item: UnitReport
}

function Reusable({ item, attachedIds, ensureReport, onWords }: ReusableProps) {
  const { submission, taskNumber, taskTitle } = item
  const { done, nextSteps } = submission.content
  const [isUsed, setIsUsed] = useState(false)
  const name = taskName({ number: taskNumber, title: taskTitle })
  return (
    <>
      <p className="line">
        <span className="strong">{name}</span>
        <span className="faint">
          <MomentText at={submission.submittedAt} form="full" /> 报送
        </span>
        <StatusTag vocabulary={reportStateVocabulary} value={submissionState(submission)} />
      </p>
      <ClampedText lines={3}>
        {done}
        {nextSteps === '' ? null : <span className="soft"> 下一步：{nextSteps}</span>}
      </ClampedText>
      <Buttons>
        <Button
          size="small"
          aria-label={`填入 ${name}`}
          disabled={isUsed}
          onClick={() => {
            onWords({ done, nextSteps })
            setIsUsed(true)
          }}
        >
          {isUsed ? '已填入' : '填入文字'}
        </Button>
      </Buttons>
      {/* What the review did not accept would not be accepted here either. */}
      {submission.evidence
        .filter((each) => each.isAccepted !== false)
        .map((each) => (
          <AttachableEvidence
            key={each.id}
            evidence={each}
            isAttached={attachedIds.includes(each.id)}
            ensureReport={ensureReport}
          />
        ))}
    </>
  )
}
