import { paths, withSearch } from '@/domain/addresses/paths'
import type { TaskId } from '@/domain/ids'
import type { LocalDate } from '@/domain/local-date/local-date'
import { DetailDrawer } from '@/ui/DetailDrawer'
import { Link } from 'react-router'
import { TaskView } from './TaskView'

interface TaskDrawerProps {
  /** The task shown; '' while the drawer is shut. */
  readonly taskId: TaskId | ''
  readonly asOf: LocalDate | null
  readonly onClose: () => void
}

/** One task beside the list it is in. */
export function TaskDrawer({ taskId, asOf, onClose }: TaskDrawerProps) {
  return (
    <DetailDrawer
      isOpen={taskId !== ''}
      subject={taskId}
      title="任务"
      width={720}
      onClose={onClose}
      aside={taskId === '' ? null : <Link to={withSearch(paths.task.to(taskId), { asOf })}>打开任务页</Link>}
    >
      {taskId === '' ? null : <TaskView taskId={taskId} asOf={asOf} isInDrawer />}
    </DetailDrawer>
  )
}
