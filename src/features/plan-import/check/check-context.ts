import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { NameIndex } from '@/domain/plan-draft/unit-names'
import { createContext, use } from 'react'
import type { EditDraft } from './use-draft-editor'

export type CheckView = 'tasks' | 'names' | 'facts' | 'dropped' | 'source'

/** Where a selection came from decides which pane follows it. */
export type SelectionOrigin = 'source' | 'result'

/** What can be done anywhere on the desk; stays the same object, so that nothing repaints because of it. */
export interface DeskActions {
  readonly edit: EditDraft
  readonly select: (taskId: string | null, origin: SelectionOrigin) => void
  readonly show: (view: CheckView) => void
  readonly sourceText: string
}

/** What written names stand for; changes only with the directory or a choice. */
export interface DeskNames {
  readonly index: NameIndex
  readonly resolutions: PlanDraft['resolutions']
}

export const DeskActionsContext = createContext<DeskActions | null>(null)
export const DeskNamesContext = createContext<DeskNames | null>(null)

export function useDeskActions(): DeskActions {
  return present(use(DeskActionsContext))
}

export function useDeskNames(): DeskNames {
  return present(use(DeskNamesContext))
}

function present<Value>(value: Value | null): Value {
  if (value === null) throw new Error('outside the check desk')
  return value
}
