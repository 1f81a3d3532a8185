import type { DraftName } from '@/domain/plan-draft/unit-names'
import { TextButton } from '@/ui/TextButton'
import { useRef } from 'react'
import { useDeskActions } from './use-desk'

/** In how many tasks a name stands; each click shows the next of them in the source. */
export function NameOccurrences({ name }: { readonly name: DraftName }) {
  const { select } = useDeskActions()
  const next = useRef(0)
  const show = () => {
    const taskId = name.taskIds[next.current % Math.max(1, name.taskIds.length)]
    next.current += 1
    if (taskId !== undefined) select(taskId, 'result')
  }
  return (
    <TextButton title="在原文中查看，再点看下一处" onClick={show}>
      {name.isDefault ? '全部任务' : `${name.taskIds.length} 项任务`}
    </TextButton>
  )
}
