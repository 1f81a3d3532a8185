import { useIssuePlan } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { issueSummary } from '@/domain/plan-draft/issue-summary'
import { problemsOf, type DraftProblem } from '@/domain/plan-draft/review-draft'
import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import styles from './CheckDesk.module.css'
import { IssueFigures } from './IssueFigures'
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
  const { issue, isBusy, error } = useIssuing()

  return (
    <>
      {blocking.length > 0 ? <ProblemList title="下达前要先处理" problems={blocking} onGo={onClose} /> : null}
      <IssueFigures summary={issueSummary(draft, index)} endsOn={draft.document.endsOn} />
      {warnings.length > 0 ? <ProblemList title="请留意" problems={warnings} onGo={onClose} /> : null}
      <p className={styles.hint}>下达后各单位即可看到任务并开始填报。以后的改动要写明理由，并留下记录。</p>
      <FormError error={error} />
      <Buttons align="end">
        <Button onClick={onClose}>再核对一下</Button>
        <Button type="primary" disabled={blocking.length > 0} loading={isBusy} onClick={() => void issue()}>
          确认下达
        </Button>
      </Buttons>
    </>
  )
}

function useIssuing() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  const navigate = useNavigate()
  const { mutateAsync } = useIssuePlan()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const issue = async () => {
    setIsBusy(true)
    setError(null)
    try {
      const { revision } = await autosave.flush()
      await mutateAsync({ planId, revision })
      await navigate(paths.plan.to(planId))
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return { issue, isBusy, error }
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
            <Button type="link" size="small" onClick={() => go(problem)}>
              去看看
            </Button>
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN ? <p className={styles.hint}>另有 {problems.length - MOST_SHOWN} 条。</p> : null}
    </section>
  )
}
