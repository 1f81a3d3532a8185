import type { Task } from '@/domain/tasks/task'
import { openedPart } from '@/ui/lazy-part'
import { Button } from 'antd'
import { useState } from 'react'

// What tells how similar two tasks are is as large as the rest of the task's page.
const AncestorSearch = openedPart(() => import('./AncestorSearch').then((module) => module.AncestorSearch))

interface AddAncestorProps {
  readonly task: Task
  /** Tasks that it goes on from already. */
  readonly taken: readonly string[]
}

/** 关联来源任务, for the lead office. */
export function AddAncestor(props: AddAncestorProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setIsOpen(true)} data-print="hide">
        关联来源任务
      </Button>
      <AncestorSearch {...props} isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
