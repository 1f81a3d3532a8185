import {
  milestoneOfYear,
  searchCandidates,
  type LineageCandidate,
  type YearSpan,
} from '@/domain/lineage/lineage-candidate'
import { FormError } from '@/ui/FormError'
import { QueryState, type QueryLike } from '@/ui/QueryState'
import { SearchField } from '@/ui/SearchField'
import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { CandidateWords } from './CandidateWords'
import styles from './Lineage.module.css'

interface AncestorPickerProps {
  readonly isOpen: boolean
  readonly query: QueryLike<readonly LineageCandidate[]>
  readonly span: YearSpan
  /** Tasks that are linked already. */
  readonly taken: readonly string[]
  readonly onPick: (candidate: LineageCandidate) => void
  readonly onClose: () => void
  /** Why the last choice was not kept. */
  readonly error?: unknown
  readonly isBusy?: boolean
}

/** Finds an earlier task by its words, when none of the suggestions is right. */
export function AncestorPicker(props: AncestorPickerProps) {
  return (
    <Modal
      open={props.isOpen}
      title="选择承接的任务"
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={720}
    >
      <QueryState query={props.query} errorTitle="没有读取到可选的任务">
        {(candidates) => <Choices {...props} candidates={candidates} />}
      </QueryState>
    </Modal>
  )
}

const MOST_SHOWN = 30

function Choices({
  candidates,
  span,
  taken,
  onPick,
  error,
  isBusy = false,
}: AncestorPickerProps & { readonly candidates: readonly LineageCandidate[] }) {
  const [words, setWords] = useState('')
  const found = useMemo(
    () => searchCandidates(candidates, words).filter((one) => !taken.includes(one.taskId)),
    [candidates, words, taken],
  )
  const shown = found.slice(0, MOST_SHOWN)
  return (
    <>
      <SearchField label="序号、标题、内容、计划或单位" value={words} onSearch={setWords} />
      <FormError error={error} />
      <ul className={`${styles.results} ruled`} aria-label="可选的任务">
        {shown.map((candidate) => (
          <li key={candidate.taskId} className={styles.choice}>
            <span className={styles.words}>
              <CandidateWords candidate={candidate} milestone={milestoneOfYear(candidate, span)} />
              <span className={`${styles.shortReasons} faint`}>{candidate.unitNames.join('、')}</span>
            </span>
            <Button size="small" loading={isBusy} onClick={() => onPick(candidate)}>
              确认承接
            </Button>
          </li>
        ))}
      </ul>
      <p className="faint" role="status">
        {resultInWords(found.length)}
      </p>
    </>
  )
}

function resultInWords(count: number): string {
  if (count === 0) return '没有找到这样的任务。请换个词再试。'
  return count > MOST_SHOWN ? `共 ${count} 项，只列出前 ${MOST_SHOWN} 项。请再写几个字缩小范围。` : `共 ${count} 项。`
}
