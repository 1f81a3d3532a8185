import { useActions } from '@/data/actions/use-actions'
import type { Task } from '@/domain/tasks/task'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { Tabs } from '@/ui/tabs/Tabs'
import { useState } from 'react'
import { AmendAssignments } from './AmendAssignments'
import { AmendMilestone } from './AmendMilestone'
import type { AmendmentFormProps } from './amendment-form'
import { AmendWords } from './AmendWords'
import { WithdrawTask } from './WithdrawTask'

interface AmendmentDrawerProps {
  readonly task: Task
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The only way an issued task changes: each change with a reason that stays in its history. */
export function AmendmentDrawer({ task, isOpen, onClose }: AmendmentDrawerProps) {
  return (
    <DetailDrawer isOpen={isOpen} title="调整任务" onClose={onClose}>
      <Amendments task={task} />
    </DetailDrawer>
  )
}

function Amendments({ task }: AmendmentFormProps) {
  const { events } = useActions('task', task.id)
  const [chosen, setChosen] = useState('')
  const tabs = [
    ...(events.has('task_reworded') ? [{ key: 'words', label: '名称和要求', panel: <AmendWords task={task} /> }] : []),
    { key: 'milestones', label: '节点', panel: <AmendMilestone task={task} /> },
    { key: 'units', label: '单位', panel: <AmendAssignments task={task} /> },
    ...(events.has('task_withdrawn')
      ? [{ key: 'withdraw', label: '撤销任务', panel: <WithdrawTask task={task} /> }]
      : []),
  ]
  const active = tabs.some(({ key }) => key === chosen) ? chosen : (tabs[0]?.key ?? '')
  return <Tabs tabs={tabs} active={active} onChange={setChosen} />
}
