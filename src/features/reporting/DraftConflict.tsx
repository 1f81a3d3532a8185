import type { ReportId } from '@/domain/ids'
import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'
import type { SavedVersion } from '@/lib/saved-version'
import { MomentText } from '@/ui/DateText'
import { MutationForm } from '@/ui/MutationForm'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import styles from './DraftConflict.module.css'
import { conflictFields, mergeDrafts, type ConflictChoice, type ConflictField } from './merge-drafts'

interface DraftConflictProps {
  readonly mine: ReportContent
  /** The colleague's version; null while there is no conflict. */
  readonly theirs: SavedVersion<ReportContent, ReportId> | null
  readonly onChoose: (content: ReportContent) => Promise<void>
}

/** A colleague saved in between: both versions side by side, chosen part by part. */
export function DraftConflict({ mine, theirs, onChoose }: DraftConflictProps) {
  return (
    <Modal
      open={theirs !== null}
      title="同事刚刚保存了另一个版本"
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      width={800}
      destroyOnHidden
    >
      {theirs === null ? null : <ConflictForm mine={mine} theirs={theirs} onChoose={onChoose} />}
    </Modal>
  )
}

const labels: Readonly<Record<ConflictField, string>> = {
  kind: '反馈',
  percent: '进度',
  done: '已完成',
  nextSteps: '下一步',
  problems: '存在问题',
}

function ConflictForm({
  mine,
  theirs,
  onChoose,
}: {
  mine: ReportContent
  theirs: SavedVersion<ReportContent, ReportId>
  onChoose: DraftConflictProps['onChoose']
}) {
  const [choices, setChoices] = useState<Partial<Record<ConflictField, ConflictChoice>>>({})
  return (
    <MutationForm actionLabel="按选择保存" onSave={() => onChoose(mergeDrafts(mine, theirs.content, choices))}>
      <p className={styles.intro}>
        {theirs.savedBy ?? '同事'} 保存于 <MomentText at={theirs.savedAt.toISOString()} form="full" />
        。不同的部分请逐项选择，都不会丢失。
      </p>
      {conflictFields(mine, theirs.content).map((field) => (
        <fieldset key={field} className={styles.field}>
          <legend>{labels[field]}</legend>
          <div className={styles.versions}>
            <Version label="我的" text={inWords(mine, field)} />
            <Version label="同事的" text={inWords(theirs.content, field)} />
          </div>
          <Radio.Group
            aria-label={`${labels[field]} 用哪个版本`}
            value={choices[field] ?? 'mine'}
            onChange={(event) => setChoices({ ...choices, [field]: event.target.value })}
            options={choicesOf(field)}
          />
        </fieldset>
      ))}
    </MutationForm>
  )
}

function Version({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.version}>
      <div className="faint">{label}</div>
      <div className={styles.versionText}>{text === '' ? '（空）' : text}</div>
    </div>
  )
}

function choicesOf(field: ConflictField) {
  const one = [
    { value: 'mine', label: '用我的' },
    { value: 'theirs', label: '用同事的' },
  ]
  return field === 'kind' || field === 'percent' ? one : [...one, { value: 'both', label: '两段都留' }]
}

function inWords(content: ReportContent, field: ConflictField): string {
  if (field === 'kind') return reportKindVocabulary.label(content.kind)
  return field === 'percent' ? `${content.percent}%` : content[field]
}
