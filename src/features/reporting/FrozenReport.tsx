import { useDownloadEvidence } from '@/data/evidence/mutations'
import { paths } from '@/domain/addresses/paths'
import type { Obligation } from '@/domain/reporting/obligation'
import { emptyReportContent, type ReportContent } from '@/domain/reporting/report-content'
import type { Submission } from '@/domain/reporting/submission'
import type { DeviceCopy } from '@/lib/device-copy'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { SubmissionRecord } from '@/ui/work/SubmissionRecord'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { DeviceCopyNotice } from './DeviceCopyNotice'
import { NextDue } from './NextDue'

interface FrozenReportProps {
  readonly obligation: Obligation
  readonly last: Submission | null
  readonly device: DeviceCopy<ReportContent>
  /** What was handed in has not been decided on. */
  readonly isAwaiting: boolean
  /** Handed in a moment ago: the words say so and take the focus. */
  readonly isJustSubmitted: boolean
}

/** What was handed in, where nothing can be written now, and why. */
export function FrozenReport({ obligation, last, device, isAwaiting, isJustSubmitted }: FrozenReportProps) {
  const download = useDownloadEvidence()
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isJustSubmitted) words.current?.focus()
  }, [isJustSubmitted])
  return (
    <>
      <Notice ref={words} tabIndex={-1} role="status" actions={<Link to={paths.myTasks.to()}>回到我的任务</Link>}>
        {whyFrozen(obligation, isAwaiting, isJustSubmitted)}
        {isJustSubmitted ? <NextDue after={obligation.id} /> : null}
      </Notice>
      <DeviceCopyNotice device={device} current={last?.content ?? emptyReportContent} />
      {last === null ? <EmptyState title="没有报送过" /> : <SubmissionRecord submission={last} onDownload={download} />}
    </>
  )
}

function whyFrozen(obligation: Obligation, isAwaiting: boolean, isJustSubmitted: boolean): string {
  if (obligation.isComplete) return '这一节点已办结。'
  if (obligation.isNotApplicable) return '已认可无此事项，不用再报。'
  if (obligation.planState !== 'issued') return '计划已归档，不再填报。'
  if (!isAwaiting) return '这一节点现在不能填报。'
  return isJustSubmitted ? '已报送，待审核。审核结果会显示在这里。' : '待审核，审核期间不能修改。'
}
