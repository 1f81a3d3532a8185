import { earlierDuesOfDraftOptions } from '@/data/earlier-dues/queries'
import { useIssuePlan } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { issueSummary } from '@/domain/plan-draft/issue-summary'
import { problemsOf, type DraftProblem } from '@/domain/plan-draft/review-draft'
import { ANSWERED_LATER, areAnswersWhole, type EarlierDueAnswers } from '@/domain/reporting/earlier-due'
import { FormDialog } from '@/ui/FormDialog'
import { MutationForm } from '@/ui/MutationForm'
import { QueryState } from '@/ui/QueryState'
import { TextButton } from '@/ui/TextButton'
import { useToday } from '@/ui/use-today'
import { EarlierDueQuestion } from '@/ui/work/EarlierDueQuestion'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import styles from './CheckDesk.module.css'
import { IssueFigures } from './IssueFigures'
import { UnitsWithoutAccounts } from './UnitsWithoutAccounts'
import { useDesk, useDeskActions } from './use-desk'

interface IssueDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const UNANSWERED = { title: '放弃对到期节点的说明？', okText: '放弃', cancelText: '继续填写' }

/** What issuing will make, what stands in its way, what is past already, and the confirmation. */
export function IssueDialog({ isOpen, onClose }: IssueDialogProps) {
  return (
    <FormDialog isOpen={isOpen} title="下达这份计划？" width={640} question={UNANSWERED} onClose={onClose}>
      <IssueForm onClose={onClose} />
    </FormDialog>
  )
}

function IssueForm({ onClose }: Pick<IssueDialogProps, 'onClose'>) {
  const draft = useDesk((desk) => desk.draft)
  const names = useDesk((desk) => desk.names)
  const index = useDesk((desk) => desk.index)
  const problems = problemsOf(draft, [...names.values()])
  const blocking = problems.filter((problem) => problem.isBlocking)
  const warnings = problems.filter((problem) => !problem.isBlocking)
  const summary = issueSummary(draft, index)
  const planId = useDesk((desk) => desk.planId)
  const navigate = useNavigate()
  const issue = useIssuing()
  const today = useToday()
  const [answers, setAnswers] = useState(ANSWERED_LATER)
  const earlier = useEarlierDues()

  return (
    <MutationForm
      actionLabel="确认下达"
      isReady={blocking.length === 0 && earlier.isSuccess && areAnswersWhole(answers, today)}
      onSave={() => issue(answers)}
      onDone={() => void navigate(paths.plan.to(planId))}
      cancelLabel="再核对一下"
      onCancel={onClose}
    >
      {blocking.length > 0 ? <ProblemList title="下达前要先处理" problems={blocking} onGo={onClose} /> : null}
      <IssueFigures summary={summary} endsOn={draft.document.endsOn} />
      <UnitsWithoutAccounts unitIds={summary.unitIds} />
      {warnings.length > 0 ? <ProblemList title="请留意" problems={warnings} onGo={onClose} /> : null}
      <QueryState query={earlier} empty={null} errorTitle="没有读取到已经到期的节点">
        {(dues) => (
          <EarlierDueQuestion
            title={`${dues.length} 个节点在下达前已经到期`}
            dues={dues}
            value={answers}
            onChange={setAnswers}
          />
        )}
      </QueryState>
      <p className={styles.hint}>下达后各单位即可看到任务并开始填报。以后的改动要写明理由，并留下记录。</p>
    </MutationForm>
  )
}

/** Issues what is on the desk, once it is saved. */
function useIssuing() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  const { mutateAsync } = useIssuePlan()
  return async (earlierDues: EarlierDueAnswers) => {
    const { revision } = await autosave.flush()
    await mutateAsync({ planId, revision, earlierDues })
  }
}

/** What of the desk is past already, as it stands on the server once it is saved. */
function useEarlierDues() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  return useQuery(earlierDuesOfDraftOptions(planId, () => autosave.flush()))
}

interface ProblemListProps {
  readonly title: string
  readonly problems: readonly DraftProblem[]
  readonly onGo: () => void
}

const MOST_SHOWN = 8

function ProblemList({ title, problems, onGo }: ProblemListProps) {
  const { select, show } = useDeskActions()
  const go = ({ place }: DraftProblem) => {
    onGo()
    if (place.kind === 'facts' || place.kind === 'names') show(place.kind)
    else if (place.kind === 'task') select(place.taskId, 'source')
    else show('tasks')
  }
  return (
    <section className={styles.problems} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {problems.slice(0, MOST_SHOWN).map((problem, at) => (
          <li key={at}>
            <span>{problem.message}</span>
            <TextButton onClick={() => go(problem)}>去看看</TextButton>
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN ? <p className={styles.hint}>另有 {problems.length - MOST_SHOWN} 条。</p> : null}
    </section>
  )
}
