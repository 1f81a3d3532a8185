import { parseObligationId } from '@/domain/reporting/obligation'
import { ReportPage } from '@/features/reporting/ReportPage'
import { useParams } from 'react-router'

/** Reporting on one obligation. */
export function Component() {
  const { obligationId = '' } = useParams()
  return <ReportPage key={obligationId} obligationId={parseObligationId(obligationId)} />
}
