import { Fragment } from 'react'
import { LeaveGuard } from './LeaveGuard'
import { CloseGuardContext, type useCloseGuardOf } from './use-close-guard'

interface GuardedContentProps {
  readonly guard: ReturnType<typeof useCloseGuardOf>
  /** What it is about; of another it starts afresh. */
  readonly subject?: string | undefined
  readonly children: React.ReactNode
}

/** What stands in a drawer or a dialog that asks before typed words are lost, also when the page is left. */
export function GuardedContent({ guard, subject = '', children }: GuardedContentProps) {
  return (
    <CloseGuardContext value={guard.guard}>
      <Fragment key={`${guard.session} ${subject}`}>{children}</Fragment>
      {guard.hasTouched ? <LeaveGuard hasUnsaved={guard.hasUnsaved} description="还有没保存的修改。" /> : null}
    </CloseGuardContext>
  )
}
