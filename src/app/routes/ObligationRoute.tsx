import { paths } from '@/domain/addresses/paths'
import { ReportPage } from '@/features/reporting/ReportPage'
import { useParams } from 'react-router'

/** Reporting on one obligation. */
export function Component() {
  const obligationId = paths.obligation.idIn(useParams())
  return <ReportPage key={obligationId} obligationId={obligationId} />
}
