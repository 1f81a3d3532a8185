import { reviewSubjectOptions } from '@/data/review/queries'
import type { PageAddress } from './page-address'
import { read } from './read'

/** What the page of one report under review reads first. */
export function readFirst({ id }: PageAddress): void {
  read(reviewSubjectOptions(id))
}
