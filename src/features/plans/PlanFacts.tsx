import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { sourceFileOptions } from '@/data/source-files/queries'
import { useSourceFile } from '@/data/source-files/use-source-file'
import type { Plan } from '@/domain/plans/plan'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import type { SourceFile } from '@/domain/plans/source-file'
import { reportingCadenceVocabulary } from '@/domain/plans/reporting-cadence-vocabulary'
import { DateText, MomentText } from '@/ui/DateText'
import { Fact, FactList } from '@/ui/FactList'
import { Paper } from '@/ui/Paper'
import { SourceFileLine } from '@/ui/work/SourceFileLine'
import { useQuery } from '@tanstack/react-query'

/** What the document says about the plan, and what was set when it was issued. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  return (
    <Paper>
      <FactList layout="columns">
        <Fact label="类型">{planKindVocabulary.label(plan.kind)}</Fact>
        <Fact label="文号">{plan.documentNumber}</Fact>
        <Fact label="发文机关">{plan.issuingBody}</Fact>
        <Fact label="成文日期">
          {plan.documentDate === null ? null : <DateText date={plan.documentDate} form="prose" />}
        </Fact>
        <Fact label="起止">
          <DateText date={plan.startsOn} /> 至 <DateText date={plan.endsOn} />
        </Fact>
        <Fact label="填报周期">{reportingCadenceVocabulary.label(plan.reportingCadence)}</Fact>
        {plan.reportingCadence === 'none' ? null : <Fact label="填报宽限">周期结束后 {plan.reportGraceDays} 天</Fact>}
        <Fact label="预警">
          到期前 {plan.warningDays} 天，或进度落后超过 {plan.behindPoints} 个百分点
        </Fact>
        <Fact label="下达">{plan.issuedAt === null ? null : <MomentText at={plan.issuedAt} form="full" />}</Fact>
        <Fact label="归档">{plan.closedAt === null ? null : <MomentText at={plan.closedAt} form="full" />}</Fact>
        <Fact label="原件">
          <PlanSource sourceDocumentId={plan.sourceDocumentId} />
        </Fact>
      </FactList>
    </Paper>
  )
}

/** The file that the plan was read from; quiet until it is known, and when it cannot be. */
function PlanSource({ sourceDocumentId }: Pick<Plan, 'sourceDocumentId'>) {
  const { data } = useQuery(sourceFileOptions(sourceDocumentId))
  return data === undefined ? null : <PlanSourceFile file={data} />
}

function PlanSourceFile({ file }: { readonly file: SourceFile }) {
  const { role } = useCurrentAccount()
  return <SourceFileLine {...useSourceFile(file)} canMend={role === 'lead_office'} />
}
