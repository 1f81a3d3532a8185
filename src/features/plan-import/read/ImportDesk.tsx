import { useImportPlans } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { FormError } from '@/ui/FormError'
import { Paper } from '@/ui/Paper'
import { Skeleton } from '@/ui/Skeleton'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { lazyPart } from '@/ui/lazy-part'
import { Suspense } from 'react'
import { useNavigate } from 'react-router'
import { HandIn } from './HandIn'
import type { PlanReader } from './plan-reading'
import { ReadingFailure } from './ReadingFailure'
import { ReadingProgress } from './ReadingProgress'
import type { ReadPlan } from './read-plan-input'
import { usePlanReading, type ReadingSource } from './use-plan-reading'

// What shows the plans of a document comes while the document is read.
const loadFound = () => import('./FoundPlans').then((module) => module.FoundPlans)
const FoundPlans = lazyPart(loadFound)

interface ImportDeskProps {
  /** Stands in for the worker in tests. */
  readonly reader?: PlanReader
}

/** Hand in a document, see what it is, and make drafts of the plans in it. */
export function ImportDesk({ reader }: ImportDeskProps) {
  const { state, start, reset } = usePlanReading(reader)
  const { importPlans, error } = useImport()

  if (state.phase === 'busy') return <ReadingProgress source={state.source} stage={state.stage} onCancel={reset} />
  if (state.phase === 'done') {
    const { source, plan } = state
    return (
      <>
        <FormError error={error} />
        <Suspense fallback={<Skeleton />}>
          <FoundPlans
            key={source.fileName}
            source={source}
            read={plan}
            onImport={(drafts) => importPlans(source, plan, drafts)}
            onReadAgain={(how) => {
              const { document, tableColumns, isTakenAsPlan } = plan
              void start(source, { kind: 'document', document, tableColumns, isTakenAsPlan, ...how })
            }}
            onAgain={reset}
          />
        </Suspense>
      </>
    )
  }
  return (
    <>
      {state.phase === 'failed' ? <ReadingFailure source={state.source} message={state.message} /> : null}
      <Paper>
        <HandIn
          onStart={(source, input) => {
            void loadFound().catch(() => undefined)
            void start(source, input)
          }}
        />
      </Paper>
    </>
  )
}

function useImport() {
  const navigate = useNavigate()
  const { say } = useFeedback()
  const { mutateAsync, error } = useImportPlans()

  const importPlans = async (source: ReadingSource, { document }: ReadPlan, drafts: readonly PlanDraft[]) => {
    const [first, ...others] = await mutateAsync({ ...source, document, drafts })
    if (first === undefined) return
    if (others.length > 0) say(`另有 ${others.length} 份草稿在计划列表里`)
    await navigate(paths.planCheck.to(first))
  }
  return { importPlans, error }
}
