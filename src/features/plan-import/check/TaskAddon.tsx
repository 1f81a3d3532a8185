import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { use } from 'react'
import { CheckAddonsContext } from './check-addons'

/** What the page adds to each task, or nothing. */
export function TaskAddon({ task, isOpen }: { readonly task: DraftTask; readonly isOpen: boolean }) {
  const addons = use(CheckAddonsContext)
  return addons === null ? null : <addons.Task task={task} isOpen={isOpen} />
}
