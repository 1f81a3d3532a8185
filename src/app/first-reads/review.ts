import { reviewSubjectOptions } from '@/data/review/queries'
import { paths } from '@/domain/addresses/paths'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of one report under review reads first. */
export function readFirst({ params }: PageAddress): void {
  const id = paths.review.idIn(params)
  read(reviewSubjectOptions(id))
}
