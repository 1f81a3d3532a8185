import { useAddAncestor } from '@/data/lineage/mutations'
import { lineageCandidatesOptions } from '@/data/lineage/queries'
import { planOptions } from '@/data/plans/queries'
import type { Task } from '@/domain/tasks/task'
import {
  ancestorKindOf,
  milestoneOfYear,
  type LineageCandidate,
  type YearSpan,
} from '@/domain/lineage/lineage-candidate'
import { openLibrary, suggestLineage } from '@/domain/lineage/suggest-lineage'
import { yearOf } from '@/domain/local-date/local-date'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { AncestorPicker } from '../AncestorPicker'

interface AncestorSearchProps {
  readonly task: Task
  /** Tasks that it goes on from already. */
  readonly taken: readonly string[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The dialog that finds an earlier task, the most similar first. */
export function AncestorSearch({ task, taken, isOpen, onClose }: AncestorSearchProps) {
  const add = useAddAncestor()
  const plan = useQuery({ ...planOptions(task.plan.id), enabled: isOpen })
  const span =
    plan.data === undefined ? null : { startYear: yearOf(plan.data.startsOn), endYear: yearOf(plan.data.endsOn) }
  const candidates = useQuery({
    ...lineageCandidatesOptions(span ?? { startYear: 0, endYear: 0 }),
    enabled: isOpen && span !== null,
  })
  const sorted = useMostSimilarFirst(candidates.data, task, span?.startYear, span?.endYear)
  const close = () => {
    add.reset()
    onClose()
  }
  return (
    <AncestorPicker
      isOpen={isOpen}
      query={{
        ...(plan.error === null ? candidates : plan),
        data: span === null || candidates.data === undefined ? undefined : sorted,
      }}
      span={span ?? { startYear: 0, endYear: 0 }}
      taken={taken}
      error={add.error}
      isBusy={add.isPending}
      onPick={(candidate) => {
        const milestoneId = span === null ? null : (milestoneOfYear(candidate, span)?.id ?? null)
        add.mutate({ taskId: task.id, ancestor: { taskId: candidate.taskId, milestoneId } }, { onSuccess: close })
      }}
      onClose={close}
    />
  )
}

/** The candidates of other plans, the likely ones before the rest. */
function useMostSimilarFirst(
  all: readonly LineageCandidate[] | undefined,
  task: Task,
  startYear: number | undefined,
  endYear: number | undefined,
): LineageCandidate[] {
  return useMemo(() => {
    if (all === undefined || startYear === undefined || endYear === undefined) return []
    const span: YearSpan = { startYear, endYear }
    const others = all.filter((one) => one.planId !== task.plan.id && ancestorKindOf(one, span) !== null)
    const unitNames = task.assignments.filter((one) => one.withdrawnAt === null).map((one) => one.unitName)
    const found = suggestLineage({ title: task.title, text: task.requirement, unitNames }, openLibrary(others, span))
    const similarity = new Map(found.map((one) => [one.taskId, one.similarity]))
    return others.toSorted((a, b) => (similarity.get(b.taskId) ?? 0) - (similarity.get(a.taskId) ?? 0))
  }, [all, task, startYear, endYear])
}
