import { useCurrentAccount } from '@/data/accounts/use-current-account'
import type { PlanSource, SavedPlanDraft } from '@/data/plan-drafts/plan-draft'
import { dateTimeInTable } from '@/domain/local-date/local-date-words'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { NameDirectory } from '@/domain/plan-draft/unit-names'
import type { DeviceCopy } from '@/lib/device-copy'
import { isSameJson } from '@/lib/is-same-json'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { Paper } from '@/ui/Paper'
import { Button } from 'antd'
import { useState } from 'react'
import type { CheckAddons } from './check-addons'
import { CheckDesk } from './CheckDesk'
import { forgetUnsignedCopy, planDraftCopy, readUnsignedCopy } from './draft-copy'

interface OpenDraftProps {
  readonly saved: SavedPlanDraft
  readonly source: PlanSource
  readonly directory: NameDirectory
  readonly addons: CheckAddons | null
}

/** Puts the draft on the desk, with whatever edits this device kept because they could not be saved. */
export function OpenDraft({ saved, source, directory, addons }: OpenDraftProps) {
  const { userId } = useCurrentAccount()
  const [device] = useState(() => planDraftCopy(userId, saved.planId))
  const [found] = useState(() => findEdits(saved, device))
  const [start, setStart] = useState<PlanDraft | null>(() =>
    found === null ? saved.draft : found.isSafe ? found.content : null,
  )
  const [isNoticed, setIsNoticed] = useState(false)

  if (start === null) {
    const choose = (chosen: PlanDraft) => {
      if (chosen === saved.draft) device.forget()
      // Kept in this person's name before it is forgotten where it was.
      else device.keep(chosen, saved.revision)
      if (found?.isUnsigned === true) forgetUnsignedCopy(saved.planId)
      setStart(chosen)
    }
    return found === null ? null : <EditsChoice found={found} saved={saved.draft} onChoose={choose} />
  }
  return (
    <>
      {found === null || start === saved.draft || isNoticed ? null : (
        <Notice
          tone="warning"
          role="status"
          actions={
            <Button size="small" onClick={() => setIsNoticed(true)}>
              知道了
            </Button>
          }
        >
          已找回本机保存的修改（{inWords(found.keptAt)}）。如不需要，请按“撤销”。
        </Notice>
      )}
      <CheckDesk {...{ saved, start, device, source, directory, addons }} />
    </>
  )
}

interface FoundEdits {
  readonly content: PlanDraft
  readonly keptAt: string
  /** Whether they are this person's own and nothing was saved since. */
  readonly isSafe: boolean
  /** Whether nobody can tell whose they are. */
  readonly isUnsigned: boolean
}

/** This person's edits first. What says the same as the saved draft is no edit, and is forgotten before it grows old. */
function findEdits({ planId, draft, revision }: SavedPlanDraft, device: DeviceCopy<PlanDraft>): FoundEdits | null {
  const own = device.read()
  if (own !== null && !isSameJson(own.content, draft)) {
    return { ...own, isSafe: own.baseRevision === revision, isUnsigned: false }
  }
  device.forget()
  const unsigned = readUnsignedCopy(planId)
  if (unsigned !== null && !isSameJson(unsigned.content, draft)) return { ...unsigned, isSafe: false, isUnsigned: true }
  forgetUnsignedCopy(planId)
  return null
}

interface EditsChoiceProps {
  readonly found: FoundEdits
  readonly saved: PlanDraft
  readonly onChoose: (draft: PlanDraft) => void
}

/** The draft was saved again since the device kept edits, or nobody knows who made them: the clerk chooses. */
function EditsChoice({ found, saved, onChoose }: EditsChoiceProps) {
  const why = found.isUnsigned ? '但没有记下是谁改的' : '之后草稿又被保存过'
  return (
    <Paper title="本机有未保存的修改">
      <p>
        本机在 {inWords(found.keptAt)} 留有一份没保存成功的修改，{why}。请选择以哪一份为准：
      </p>
      <Buttons align="end">
        <Button danger onClick={() => onChoose(found.content)}>
          用本机的修改覆盖
        </Button>
        <Button type="primary" onClick={() => onChoose(saved)}>
          用已保存的草稿
        </Button>
      </Buttons>
    </Paper>
  )
}

function inWords(instant: string): string {
  const date = new Date(instant)
  return Number.isNaN(date.getTime()) ? '较早前' : dateTimeInTable(date)
}
