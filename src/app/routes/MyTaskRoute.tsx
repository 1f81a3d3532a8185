import { ReportPage } from '@/features/reporting/ReportPage'
import { useParams } from 'react-router'

/** Reporting on one assignment. */
export function Component() {
  const { assignmentId = '' } = useParams()
  return <ReportPage key={assignmentId} assignmentId={assignmentId} />
}
