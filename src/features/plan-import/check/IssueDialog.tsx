import { useIssuePlan } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { issueSummary } from '@/domain/plan-draft/issue-summary'
import { problemsOf, type DraftProblem } from '@/domain/plan-draft/review-draft'
import { MutationForm } from '@/ui/MutationForm'
import { TextButton } from '@/ui/TextButton'
import { Modal } from 'antd'
import { useNavigate } from 'react-router'
import styles from './CheckDesk.module.css'
import { IssueFigures } from './IssueFigures'
import { UnitsWithoutAccounts } from './UnitsWithoutAccounts'
import { useDesk, useDeskActions } from './use-desk'

interface IssueDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What issuing will make, what stands in its way, and the confirmation. */
export function IssueDialog({ isOpen, onClose }: IssueDialogProps) {
  return (
    <Modal open={isOpen} title="下达这份计划？" onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <IssueForm onClose={onClose} />
    </Modal>
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
  const issue = useIssuing()

  return (
    <MutationForm
      actionLabel="确认下达"
      isReady={blocking.length === 0}
      onSave={issue}
      cancelLabel="再核对一下"
      onCancel={onClose}
    >
      {blocking.length > 0 ? <ProblemList title="下达前要先处理" problems={blocking} onGo={onClose} /> : null}
      <IssueFigures summary={summary} endsOn={draft.document.endsOn} />
      <UnitsWithoutAccounts unitIds={summary.unitIds} />
      {warnings.length > 0 ? <ProblemList title="请留意" problems={warnings} onGo={onClose} /> : null}
      <p className={styles.hint}>下达后各单位即可看到任务并开始填报。以后的改动要写明理由，并留下记录。</p>
    </MutationForm>
  )
}

/** Issues what is on the desk, once it is saved, and goes on to the plan's page. */
function useIssuing() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  const navigate = useNavigate()
  const { mutateAsync } = useIssuePlan()
  return async () => {
    const { revision } = await autosave.flush()
    await mutateAsync({ planId, revision })
    await navigate(paths.plan.to(planId))
  }
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
