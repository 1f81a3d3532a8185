import { useActions } from '@/data/actions/use-actions'
import type { Task } from '@/domain/tasks/task'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { Tabs } from 'antd'
import { AmendAssignments } from './AmendAssignments'
import { AmendMilestone } from './AmendMilestone'
import { AmendWords } from './AmendWords'
import { WithdrawTask } from './WithdrawTask'

interface AmendmentDrawerProps {
  readonly task: Task
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The only way an issued task changes: each change with a reason that stays in its history. */
export function AmendmentDrawer({ task, isOpen, onClose }: AmendmentDrawerProps) {
  const { events } = useActions('task', task.id)
  return (
    <DetailDrawer isOpen={isOpen} title="调整任务" onClose={onClose}>
      <Tabs
        items={[
          ...(events.has('task_reworded')
            ? [{ key: 'words', label: '名称和要求', children: <AmendWords task={task} /> }]
            : []),
          { key: 'milestones', label: '节点', children: <AmendMilestone task={task} /> },
          { key: 'units', label: '单位', children: <AmendAssignments task={task} /> },
          ...(events.has('task_withdrawn')
            ? [{ key: 'withdraw', label: '撤销任务', children: <WithdrawTask task={task} /> }]
            : []),
        ]}
      />
    </DetailDrawer>
  )
}
