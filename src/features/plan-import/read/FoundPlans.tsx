import { earlierImportsOptions } from '@/data/plan-drafts/queries'
import { draftFromParsed, markLeadsByPlace } from '@/domain/plan-draft/draft-from-parsed'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import type { ColumnMapping } from '@/domain/plan-document/types'
import { Buttons } from '@/ui/Buttons'
import { Notice } from '@/ui/Notice'
import { Paper } from '@/ui/Paper'
import { useAttempt } from '@/ui/use-attempt'
import { useToday } from '@/ui/use-today'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { ColumnMappings } from './ColumnMappings'
import { EarlierImports } from './EarlierImports'
import styles from './FoundPlans.module.css'
import { FoundPlan } from './FoundPlan'
import { NoPlan } from './NoPlan'
import type { ReadPlan } from './read-plan-input'
import type { ReadingSource } from './use-plan-reading'

/** What is to be done otherwise: the columns of its tables, or that it is a plan all the same. */
interface ReadAgain {
  readonly tableColumns?: readonly (ColumnMapping | null)[]
  readonly isTakenAsPlan?: boolean
}

export interface FoundPlansProps {
  readonly source: ReadingSource
  readonly read: ReadPlan
  readonly onImport: (drafts: readonly PlanDraft[]) => Promise<void>
  readonly onReadAgain: (how: ReadAgain) => void
  readonly onAgain: () => void
}

/** What the document is: its plans with their counts, each to be taken or left; or why it is no plan. */
export function FoundPlans(props: FoundPlansProps) {
  const { kind, kindReason, plans } = props.read.result
  if (plans.length === 0) return <NoPlan {...props} reason={kind === 'plan' ? '' : kindReason} />
  return <ChoosePlans {...props} />
}

function ChoosePlans({ source, read, onImport, onReadAgain, onAgain }: FoundPlansProps) {
  const { kind, kindReason } = read.result
  const drafts = useDrafts(read, source)
  const documents = useMemo(() => drafts.map((draft) => draft.document), [drafts])
  // A hint and no more: when it cannot be had, the import goes on without it.
  const { data: earlier = [] } = useQuery(earlierImportsOptions(documents, source.file))
  const [leftOut, setLeftOut] = useState<readonly number[]>([])
  // The failure is shown above by the page that called.
  const { isBusy, run } = useAttempt()
  // The heading says already that there are several.
  const warnings = read.result.warnings.filter((warning) => warning.code !== 'several_plans')
  const chosen = drafts.filter((_draft, index) => !leftOut.includes(index))
  const toggle = (index: number, isIn: boolean) =>
    setLeftOut(isIn ? leftOut.filter((one) => one !== index) : [...leftOut, index])

  return (
    <>
      <Paper
        title={
          drafts.length === 1
            ? `「${source.fileName}」里有一份计划`
            : `「${source.fileName}」里有 ${drafts.length} 份计划，请选择要导入的`
        }
      >
        {kind === 'plan' ? (
          <p className="faint">{kindReason}</p>
        ) : (
          <Notice tone="warning" role="note">
            {kindReason}仍按计划导入，这句话会留在核对页上。
          </Notice>
        )}
        {warnings.map((warning) => (
          <div key={warning.code} className={styles.warning}>
            <Alert type="warning" showIcon title={warning.message} />
          </div>
        ))}
        <ul className={styles.plans}>
          {drafts.map((draft, index) => (
            <li key={index} className={styles.plan}>
              {drafts.length === 1 ? null : (
                <Checkbox
                  aria-label={`导入「${draft.document.title}」`}
                  checked={!leftOut.includes(index)}
                  onChange={(event) => toggle(index, event.target.checked)}
                />
              )}
              <div>
                <FoundPlan draft={draft} />
                <EarlierImports earlier={earlier.filter(({ planIndex }) => planIndex === index)} />
              </div>
            </li>
          ))}
        </ul>
        <EarlierImports earlier={earlier.filter(({ planIndex }) => planIndex === null)} />
        <div className={styles.actions}>
          <Buttons align="end">
            <Button onClick={onAgain}>换一份文件</Button>
            <Button
              type="primary"
              autoFocus
              loading={isBusy}
              disabled={chosen.length === 0}
              onClick={() => void run(() => onImport(chosen))}
            >
              {chosen.length > 1 ? `导入 ${chosen.length} 份并核对` : '导入并核对'}
            </Button>
          </Buttons>
        </div>
      </Paper>
      <ColumnMappings read={read} onApply={(tableColumns) => onReadAgain({ tableColumns })} />
    </>
  )
}

function useDrafts(read: ReadPlan, source: ReadingSource): PlanDraft[] {
  const today = useToday()
  return useMemo(() => {
    const fallbackTitle = source.fileName.replace(/\.\w+$/, '')
    const { kind, kindReason } = read.result
    const about = { text: read.document.text, fallbackTitle, today, kindDoubt: kind === 'plan' ? null : kindReason }
    return read.result.plans.map((plan, index) => {
      const draft = draftFromParsed(plan, read.result.dropped, about)
      const withoutRule = read.withoutFirstLeads?.plans[index]
      return withoutRule === undefined ? draft : markLeadsByPlace(draft, withoutRule)
    })
  }, [read, source, today])
}
