import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { useSourceFile } from '@/data/source-files/use-source-file'
import type { Plan } from '@/domain/plans/plan'
import { planKindVocabulary } from '@/domain/plans/plan-kind-vocabulary'
import { reportingCadenceVocabulary } from '@/domain/plans/reporting-cadence-vocabulary'
import { DateText, MomentText } from '@/ui/DateText'
import { Fact, FactList } from '@/ui/FactList'
import { Paper } from '@/ui/Paper'
import { SourceFileLine } from '@/ui/work/SourceFileLine'

/** What the document says about the plan, and what was set when it was issued. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { role } = useCurrentAccount()
  const source = useSourceFile(plan.sourceFile)
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
        <Fact label="预警">到期前 {plan.warningDays} 天</Fact>
        <Fact label="下达">{plan.issuedAt === null ? null : <MomentText at={plan.issuedAt} form="full" />}</Fact>
        <Fact label="归档">{plan.closedAt === null ? null : <MomentText at={plan.closedAt} form="full" />}</Fact>
        <Fact label="原件">
          <SourceFileLine {...source} canMend={role === 'lead_office'} />
        </Fact>
      </FactList>
    </Paper>
  )
}
