import { passwordResetsOptions } from '@/data/accounts/queries'
import { read } from './read'

/** What the page of one's own account reads first. */
export function readFirst(): void {
  read(passwordResetsOptions())
}
