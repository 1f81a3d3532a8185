import { toTotal } from '@/data/overview/mapper'
import { planOverviewOptions } from '@/data/overview/queries'
import { taskListPath } from '@/domain/addresses/paths'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import styles from './QueuePage.module.css'

/** How many tasks wait for the office's word on what fell due before it was given; nothing where none does. */
export function EarlierDuesNote() {
  // Beside the queue, which does not wait for it.
  const { data = [] } = useQuery(planOverviewOptions({ asOf: null, planId: '' }))
  const count = toTotal(data).before_given
  if (count === 0) return null
  return (
    <p className={styles.note}>
      <Link to={taskListPath({ signal: 'before_given' })}>{count} 项任务下达前到期，待说明</Link>
    </p>
  )
}
