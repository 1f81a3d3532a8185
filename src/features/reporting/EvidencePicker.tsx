import { useDeleteEvidence } from '@/data/evidence/mutations'
import { unitEvidenceOptions } from '@/data/evidence/queries'
import { EVIDENCE_PER_PAGE, type StoredEvidence } from '@/data/evidence/stored-evidence'
import type { EvidenceId, ReportId, UnitId } from '@/domain/ids'
import { LONGEST_SEARCH } from '@/lib/search-text'
import { EmptyState } from '@/ui/EmptyState'
import { Pager } from '@/ui/Pager'
import { QueryState } from '@/ui/QueryState'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Popconfirm } from 'antd'
import Search from 'antd/es/input/Search'
import { useState } from 'react'
import { AttachableEvidence } from './AttachableEvidence'
import styles from './EvidenceSection.module.css'

interface EvidencePickerProps {
  readonly isOpen: boolean
  readonly unitId: UnitId
  /** What the report already has. */
  readonly attachedIds: readonly EvidenceId[]
  readonly ensureReport: () => Promise<ReportId>
  readonly onClose: () => void
}

/** The unit's own evidence: one piece may serve many reports, so nothing is uploaded twice. */
export function EvidencePicker({ isOpen, onClose, ...rest }: EvidencePickerProps) {
  return (
    <Modal
      open={isOpen}
      title="本单位材料库"
      onCancel={onClose}
      footer={<Button onClick={onClose}>完成</Button>}
      destroyOnHidden
      width={640}
    >
      <StoreList {...rest} />
    </Modal>
  )
}

function StoreList({ unitId, attachedIds, ensureReport }: Omit<EvidencePickerProps, 'isOpen' | 'onClose'>) {
  const [words, setWords] = useState('')
  const [page, setPage] = useState(1)
  const query = useQuery(unitEvidenceOptions({ unitId, words, page }))
  return (
    <>
      <Search
        allowClear
        maxLength={LONGEST_SEARCH}
        aria-label="查找材料"
        placeholder="按名称、文件名或网址查找"
        onSearch={(text) => {
          setWords(text)
          setPage(1)
        }}
      />
      <QueryState
        query={query}
        isEmpty={(data) => data.items.length === 0}
        empty={
          <EmptyState
            title={words === '' ? '材料库还没有材料' : '没有符合条件的材料'}
            hint="添加过的链接和文件都会留在这里。"
          />
        }
      >
        {({ items, total }) => (
          <>
            <ul className={`${styles.storeList} ruled`} aria-label="材料库">
              {items.map((item) => (
                <li key={item.id}>
                  <StoreLine item={item} isAttached={attachedIds.includes(item.id)} ensureReport={ensureReport} />
                </li>
              ))}
            </ul>
            <Pager page={page} pageSize={EVIDENCE_PER_PAGE} total={total} onChange={setPage} />
          </>
        )}
      </QueryState>
    </>
  )
}

interface StoreLineProps {
  readonly item: StoredEvidence
  readonly isAttached: boolean
  readonly ensureReport: () => Promise<ReportId>
}

function StoreLine({ item, isAttached, ensureReport }: StoreLineProps) {
  const { mutate: remove } = useDeleteEvidence()
  const removal =
    isAttached || item.isHandedIn ? null : (
      <Popconfirm title="从材料库删除？" okText="删除" onConfirm={() => remove(item)}>
        <Button size="small" type="text" aria-label={`删除 ${item.title}`}>
          删除
        </Button>
      </Popconfirm>
    )
  return (
    <AttachableEvidence evidence={item} isAttached={isAttached} ensureReport={ensureReport} otherActions={removal} />
  )
}
