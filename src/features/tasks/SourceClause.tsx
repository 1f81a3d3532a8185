import { sourceTextOptions } from '@/data/tasks/queries'
import { paths } from '@/domain/addresses/paths'
import type { PlanId } from '@/domain/ids'
import { excerptAround } from '@/domain/source-excerpt/source-excerpt'
import type { SourcePlace } from '@/domain/tasks/task'
import { OpenedInPlace } from '@/ui/OpenedInPlace'
import { QueryState } from '@/ui/QueryState'
import { TextButton } from '@/ui/TextButton'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import styles from './SourceClause.module.css'

interface SourceClauseProps {
  readonly place: SourcePlace
  readonly planId: PlanId
}

/** The clause in the document that the task comes from, with what stands around it. */
export function SourceClause({ place, planId }: SourceClauseProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={styles.box}>
      <TextButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} data-print="hide">
        {isOpen ? '收起原文' : '查看原文'}
      </TextButton>
      {isOpen ? (
        <OpenedInPlace>
          <Excerpt place={place} planId={planId} />
        </OpenedInPlace>
      ) : null}
    </div>
  )
}

function Excerpt({ place, planId }: SourceClauseProps) {
  const query = useQuery(sourceTextOptions(place.documentId))
  return (
    <QueryState query={query}>
      {({ fileName, content }) => {
        const { before, clause, after } = excerptAround(content, place)
        return (
          <figure>
            <blockquote className={styles.quote} aria-label="原文">
              <span className="faint">{before}</span>
              <mark className={styles.clause}>{clause}</mark>
              <span className="faint">{after}</span>
            </blockquote>
            <figcaption className="faint">
              出自《{fileName}》 · <Link to={paths.plan.to(planId)}>查看计划</Link>
            </figcaption>
          </figure>
        )
      }}
    </QueryState>
  )
}
