import type { Task } from '@/data/tasks/task'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { Modal, Tabs } from 'antd'
import { useState } from 'react'
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
  const [isTouched, setIsTouched] = useState(false)
  const touch = () => setIsTouched(true)
  const finish = () => {
    setIsTouched(false)
    onClose()
  }
  const close = () => {
    if (!isTouched) return finish()
    Modal.confirm({ title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写', onOk: finish })
  }
  return (
    <DetailDrawer isOpen={isOpen} title="调整任务" onClose={close}>
      <div onChange={touch}>
        <Tabs
          items={[
            { key: 'words', label: '名称和要求', children: <AmendWords task={task} onDone={finish} /> },
            { key: 'milestones', label: '节点', children: <AmendMilestone task={task} onTouch={touch} onDone={finish} /> },
            { key: 'units', label: '单位', children: <AmendAssignments task={task} onTouch={touch} onDone={finish} /> },
            { key: 'withdraw', label: '撤销任务', children: <WithdrawTask task={task} onDone={finish} /> },
          ]}
        />
      </div>
    </DetailDrawer>
  )
}
