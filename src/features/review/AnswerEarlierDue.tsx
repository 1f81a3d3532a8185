import { useActions } from '@/data/actions/use-actions'
import type { Obligation } from '@/domain/reporting/obligation'
import { openedPart } from '@/ui/lazy-part'
import { UnknownActions } from '@/ui/work/UnknownActions'
import { Button } from 'antd'
import { useState } from 'react'

const AnswerEarlierDueDialog = openedPart(() =>
  import('./AnswerEarlierDueDialog').then((module) => module.AnswerEarlierDueDialog),
)

export interface AnswerEarlierDueProps {
  readonly obligation: Pick<Obligation, 'id' | 'taskId' | 'milestoneId' | 'unitName' | 'dueOn' | 'reason'>
}

/** Says what is to become of what fell due before it was given; asked only where that still decides. */
export function AnswerEarlierDue({ obligation }: AnswerEarlierDueProps) {
  const [isOpen, setIsOpen] = useState(false)
  const isAsked = obligation.reason === 'due_before_given'
  const { events, query } = useActions('obligation', obligation.id, { isAsked })
  if (!isAsked) return null
  if (!events.has('earlier_due_answered')) return <UnknownActions query={query} />
  return (
    <>
      <Button
        size="small"
        type="text"
        data-print="hide"
        aria-label={`说明下达前到期 ${obligation.unitName} ${obligation.dueOn}`}
        onClick={() => setIsOpen(true)}
      >
        说明下达前到期
      </Button>
      <AnswerEarlierDueDialog isOpen={isOpen} obligation={obligation} onClose={() => setIsOpen(false)} />
    </>
  )
}
