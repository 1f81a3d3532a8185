import { unitDirectoryOptions } from '@/data/units/queries'
import { read } from './read'

/** What the page of a draft under check reads first. */
export function readFirst(): void {
  // Not the draft itself: its cache is never kept, because the desk edits a copy of its own.
  read(unitDirectoryOptions())
}
