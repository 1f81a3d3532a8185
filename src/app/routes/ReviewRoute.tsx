import { paths } from '@/domain/addresses/paths'
import { ReviewPage } from '@/features/review/ReviewPage'
import { useParams } from 'react-router'

/** One report under review. */
export function Component() {
  const submissionId = paths.review.idIn(useParams())
  // Choices made for one submission must not carry over to the next.
  return <ReviewPage key={submissionId} submissionId={submissionId} />
}
