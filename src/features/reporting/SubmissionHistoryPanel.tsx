import { useDownloadEvidence } from '@/data/evidence/mutations'
import { HISTORY_PAGE, submissionHistoryOptions } from '@/data/reports/queries'
import type { Obligation } from '@/domain/reporting/obligation'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { SubmissionRecord } from '@/ui/work/SubmissionRecord'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'

/** What was handed in on this milestone so far, newest first, with what the review decided. */
export function SubmissionHistoryPanel({ obligation }: { readonly obligation: Obligation }) {
  const [count, setCount] = useState(HISTORY_PAGE)
  const query = useQuery(submissionHistoryOptions(obligation.id, count))
  const download = useDownloadEvidence()
  return (
    <Paper
      title="历次反馈"
      aside={query.data === undefined || query.data.total === 0 ? null : `${query.data.total} 次`}
    >
      <QueryState query={query} isEmpty={(history) => history.total === 0} empty={<EmptyState title="还没有报送过" />}>
        {({ submissions, total }) => (
          <>
            {submissions.map((submission) => (
              <SubmissionRecord key={submission.id} submission={submission} onDownload={download} />
            ))}
            {total > submissions.length ? (
              <Button onClick={() => setCount(count + HISTORY_PAGE)}>更早的 {total - submissions.length} 次</Button>
            ) : null}
          </>
        )}
      </QueryState>
    </Paper>
  )
}
