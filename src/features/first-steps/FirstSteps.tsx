import { firstStepsOptions } from '@/data/first-steps/queries'
import { firstSteps, type FirstStep } from '@/domain/first-steps/first-steps'
import { Notice } from '@/ui/Notice'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import styles from './FirstSteps.module.css'

/** What a lead office does first, until each of it is done; for the lead office alone. */
export function FirstSteps() {
  // What cannot be read is no reason to keep anybody from their work.
  const { data } = useQuery(firstStepsOptions())
  const steps = data === undefined ? [] : firstSteps(data)
  if (steps.length === 0) return null
  return (
    <section aria-label="开始使用" className={styles.frame} data-print="hide">
      <Notice tone="accent">
        <ol className={styles.steps}>
          {steps.map((step, at) => (
            <Step key={step.name} step={step} number={at + 1} />
          ))}
        </ol>
      </Notice>
    </section>
  )
}

function Step({
  step: { name, isDone, words, action },
  number,
}: {
  readonly step: FirstStep
  readonly number: number
}) {
  return (
    <li className={styles.step}>
      <span aria-hidden className={styles.mark}>
        {isDone ? '✓' : number}
      </span>
      <span className={isDone ? 'faint' : 'strong'}>{name}</span>
      {isDone ? <span className="faint">已完成</span> : <span className="soft">{words}</span>}
      {isDone || action === null ? null : <Link to={action.path}>{action.label}</Link>}
    </li>
  )
}
