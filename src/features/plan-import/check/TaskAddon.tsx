import type { DraftTask } from '@/domain/plan-draft/plan-draft'
import { useDesk } from './use-desk'

/** What the page adds to each task, or nothing. */
export function TaskAddon({ task, isOpen }: { readonly task: DraftTask; readonly isOpen: boolean }) {
  const addons = useDesk((desk) => desk.addons)
  return addons === null ? null : <addons.Task task={task} isOpen={isOpen} />
}
