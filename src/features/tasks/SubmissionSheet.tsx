import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { useDownloadEvidence } from '@/data/evidence/mutations'
import { taskSubmissionsOptions } from '@/data/tasks/queries'
import { dueInFull } from '@/domain/reporting/due-dates'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { SubmissionRecord } from '@/ui/work/SubmissionRecord'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { canReadNarratives } from './can-read-narratives'
import { NotForYou } from './NotForYou'
import styles from './SubmissionSheet.module.css'
import type { TaskSheetProps } from './task-sheet'

/** What units handed in, newest first, and what the review said; "none" and "not for you" are told apart. */
export function SubmissionSheet({ task, asOf, title }: TaskSheetProps) {
  return (
    <Paper title={title}>
      <SubmissionList task={task} asOf={asOf} />
    </Paper>
  )
}

function SubmissionList({ task, asOf }: Omit<TaskSheetProps, 'title'>) {
  const canRead = canReadNarratives(useCurrentAccount(), task)
  const query = useInfiniteQuery({ ...taskSubmissionsOptions(task.id, asOf), enabled: canRead })
  const download = useDownloadEvidence()
  if (!canRead) return <NotForYou />
  return (
    <QueryState
      query={query}
      isEmpty={({ pages }) => (pages[0]?.length ?? 0) === 0}
      empty={<EmptyState title="还没有单位反馈进展" />}
    >
      {({ pages }) => (
        <>
          <ol className="ruled" aria-label="进展反馈">
            {pages.flat().map((submission) => (
              <li key={submission.id} className={styles.item}>
                <h3 className="line">
                  {submission.unitName}
                  <span className="faint">
                    {/* The date is that of today, and no word of a past day. */}
                    {asOf === null ? `期限 ${dueInFull(submission)} · ` : ''}第 {submission.number} 次
                  </span>
                </h3>
                <SubmissionRecord submission={submission} onDownload={download} />
              </li>
            ))}
          </ol>
          {query.hasNextPage ? <p data-print="only">更早的反馈没有打印：请先在屏幕上展开。</p> : null}
          {query.hasNextPage ? (
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              查看更早的反馈
            </Button>
          ) : null}
        </>
      )}
    </QueryState>
  )
}
