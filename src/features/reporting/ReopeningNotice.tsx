import { reopeningsOptions } from '@/data/obligations/queries'
import type { Obligation } from '@/domain/reporting/obligation'
import { MomentText } from '@/ui/DateText'
import { Notice } from '@/ui/Notice'
import { useQuery } from '@tanstack/react-query'

/** Why a completion was taken back; nothing once it is complete again. */
export function ReopeningNotice({ obligation }: { readonly obligation: Obligation }) {
  const { data } = useQuery(reopeningsOptions(obligation.id))
  const last = data?.[0]
  if (last === undefined || obligation.isComplete || obligation.isNotApplicable) return null
  return (
    <Notice
      tone="warning"
      role="note"
      aria-label="办结已撤回"
      title={
        <>
          办结已撤回 · <MomentText at={last.reopenedAt} form="full" />
        </>
      }
    >
      {last.reason}
    </Notice>
  )
}
