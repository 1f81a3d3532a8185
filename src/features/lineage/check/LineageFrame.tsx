import { lineageCandidatesOptions } from '@/data/lineage/queries'
import { ancestorKindOf, type LineageCandidate, type YearSpan } from '@/domain/lineage/lineage-candidate'
import { yearOf } from '@/domain/local-date/local-date'
import type { EditDraft } from '@/domain/plan-draft/draft-history'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { DeskLineageContext, type DeskLineage, type DeskProps } from './lineage-context'
import { LineageSearch } from './lineage-search'
import { openEngine } from './search-engine'

/** Stands around the check desk: looks for the ancestors of the draft's tasks while the clerk works. */
export function LineageFrame({
  draft,
  edit,
  unitNamesOf,
  children,
}: DeskProps & { readonly children: React.ReactNode }) {
  const { startsOn, endsOn } = draft.document
  const [startYear, endYear] = [yearOf(startsOn), yearOf(endsOn)]
  const span = useMemo(() => ({ startYear, endYear }), [startYear, endYear])
  const { data } = useQuery(lineageCandidatesOptions(span))
  const lineage = useDeskLineage(data, span, edit)
  useEffect(() => {
    lineage?.search.ask(
      draft.tasks.map((task) => ({
        taskId: task.id,
        question: { title: task.title, text: task.text, unitNames: unitNamesOf(task) },
      })),
    )
  }, [lineage, draft.tasks, unitNamesOf])
  return <DeskLineageContext value={lineage}>{children}</DeskLineageContext>
}

function useDeskLineage(
  all: readonly LineageCandidate[] | undefined,
  span: YearSpan,
  edit: EditDraft,
): DeskLineage | null {
  const [search] = useState(() => new LineageSearch(openEngine))
  const candidates = useMemo(
    () => all?.filter((candidate) => ancestorKindOf(candidate, span) !== null) ?? [],
    [all, span],
  )
  useEffect(() => {
    if (candidates.length > 0) search.open({ candidates, span })
    return () => search.close()
  }, [search, candidates, span])
  return useMemo(() => {
    if (candidates.length === 0) return null
    return { candidates, byId: new Map(candidates.map((one) => [one.taskId, one])), span, search, edit }
  }, [candidates, span, search, edit])
}
