import { myObligationsOptions } from '@/data/obligations/queries'
import { paths } from '@/domain/addresses/paths'
import type { ObligationId } from '@/domain/ids'
import { nextToReport } from '@/domain/reporting/obligation-groups'
import { taskName } from '@/domain/tasks/task-name'
import { DueText } from '@/ui/work/DueText'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

/** Whoever has just handed in is led on to what the unit has to report next; nothing while that is not known. */
export function NextDue({ after }: { readonly after: ObligationId }) {
  const { data } = useQuery(myObligationsOptions(false))
  if (data === undefined) return null
  const next = nextToReport(data, after)
  if (next === null) return <p>没有别的要报了。</p>
  return (
    <div className="line">
      <Link to={paths.obligation.to(next.id)}>接着填报：{taskName(next)}</Link>
      <DueText state={next} isOngoing={next.isOngoing} />
    </div>
  )
}
