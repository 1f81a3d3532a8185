import { paths } from '@/domain/addresses/paths'
import type { CandidateMilestone, LineageCandidate } from '@/domain/lineage/lineage-candidate'
import { milestoneInWords } from '@/domain/lineage/task-lineage'
import { taskName } from '@/domain/tasks/task-name'
import { Link } from 'react-router'
import styles from './Lineage.module.css'

interface CandidateWordsProps {
  readonly candidate: LineageCandidate
  /** The year's part, when the candidate's plan runs over several years. */
  readonly milestone: CandidateMilestone | null
}

/** An earlier task in a line: its plan, number and title, and what its plan asks for in the year. */
export function CandidateWords({ candidate, milestone }: CandidateWordsProps) {
  return (
    <span className={styles.candidate}>
      <span className="faint">{candidate.planTitle}</span>{' '}
      <Link to={paths.task.to(candidate.taskId)} target="_blank" title="在新页面查看">
        {taskName(candidate)}
      </Link>
      {milestone === null ? null : <span className={styles.milestone}>{milestoneInWords(milestone)}</span>}
    </span>
  )
}
