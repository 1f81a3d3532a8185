import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import type { NameDirectory } from '@/domain/plan-draft/unit-names'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { CheckDesk } from './CheckDesk'
import type { DraftBackup } from './draft-backup'
import { readBackup, removeBackup } from './draft-backup'

interface OpenDraftProps {
  readonly saved: SavedPlanDraft
  readonly source: PlanSource
  readonly directory: NameDirectory
}

/** Puts the draft on the desk, with whatever edits this device kept because they could not be saved. */
export function OpenDraft({ saved, source, directory }: OpenDraftProps) {
  const [found] = useState(() => readBackup(localStorage, saved.planId))
  const [backup, setBackup] = useState<DraftBackup | null | undefined>(() =>
    found?.baseRevision === saved.revision || found === null ? found : undefined,
  )
  const [isNoticed, setIsNoticed] = useState(false)
  const drop = () => {
    removeBackup(localStorage, saved.planId)
    setBackup(null)
  }

  if (backup === undefined)
    return <StaleBackup keptAt={found?.keptAt ?? ''} onDrop={drop} onRestore={() => setBackup(found)} />
  return (
    <>
      {backup === null || isNoticed ? null : (
        <Notice
          tone="warning"
          role="status"
          actions={
            <Button size="small" onClick={() => setIsNoticed(true)}>
              知道了
            </Button>
          }
        >
          已找回本机保存的修改（{inWords(backup.keptAt)}）。如不需要，请按“撤销”。
        </Notice>
      )}
      <CheckDesk saved={saved} source={source} directory={directory} backup={backup} />
    </>
  )
}

interface StaleBackupProps {
  readonly keptAt: string
  readonly onDrop: () => void
  readonly onRestore: () => void
}

/** The device kept edits, but the draft was saved again since: the clerk chooses. */
function StaleBackup({ keptAt, onDrop, onRestore }: StaleBackupProps) {
  return (
    <Modal open title="本机有未保存的修改" closable={false} keyboard={false} footer={null}>
      <p>本机在 {inWords(keptAt)} 留有一份没保存成功的修改，之后草稿又被保存过。请选择以哪一份为准：</p>
      <Buttons align="end">
        <Button danger onClick={onRestore}>
          用本机的修改覆盖
        </Button>
        <Button type="primary" onClick={onDrop}>
          用已保存的草稿
        </Button>
      </Buttons>
    </Modal>
  )
}

function inWords(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '较早前' : dateTimeInTable(date)
}
