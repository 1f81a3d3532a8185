import { RouteError } from './RouteError'
import { SignedOutFrame } from './SignedOutFrame'

/** A failure before the shell could be shown. */
export function RootError() {
  return (
    <SignedOutFrame>
      <RouteError />
    </SignedOutFrame>
  )
}
