import type { EditDraft } from '@/domain/plan-draft/draft-history'
import type { DraftTask, PlanDraft } from '@/domain/plan-draft/plan-draft'

interface FrameProps {
  readonly draft: PlanDraft
  readonly edit: EditDraft
  /** The names of the units that a task's written names stand for; stays the same until a name means something else. */
  readonly unitNamesOf: (task: DraftTask) => readonly string[]
  readonly children: React.ReactNode
}

/** What the page adds to the desk from another feature. */
export interface CheckAddons {
  /** Stands around the right pane, whatever view it shows, and may hold what the other parts share. */
  readonly Frame: React.ComponentType<FrameProps>
  /** Above the list of tasks. */
  readonly Overview: React.ComponentType<{ readonly draft: PlanDraft }>
  /** In each task, closed or open. */
  readonly Task: React.ComponentType<{ readonly task: DraftTask; readonly isOpen: boolean }>
}
