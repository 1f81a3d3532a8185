import type { SourceSpan } from '@/lib/document-text/source-document'
import type { ParsedPlan, ParsedTask, PlanDocumentResult } from './types'

/** Says of everything read in a rewritten text where it stands in the source. */
export function relocate(
  result: PlanDocumentResult,
  places: readonly number[],
  sourceLength: number,
): PlanDocumentResult {
  const at = ({ start, end }: SourceSpan): SourceSpan => {
    if (end <= start) return { start: places[start] ?? sourceLength, end: places[start] ?? sourceLength }
    // A row's cells of several lines stand one beside the other in the source: the last sign need not come last.
    let first = sourceLength
    let last = 0
    for (let index = start; index < end; index += 1) {
      const place = places[index] ?? sourceLength - 1
      first = Math.min(first, place)
      last = Math.max(last, place + 1)
    }
    return { start: first, end: Math.min(last, sourceLength) }
  }
  return {
    ...result,
    plans: result.plans.map((plan) => planAt(plan, at)),
    dropped: result.dropped.map((passage) => ({ ...passage, ...at(passage) })),
    tables: result.tables.map((one) => ({
      ...one,
      table: {
        ...one.table,
        ...at(one.table),
        cells: one.table.cells.map((cell) => ({ ...cell, ...at(cell) })),
      },
    })),
  }
}

type At = (span: SourceSpan) => SourceSpan

function planAt(plan: ParsedPlan, at: At): ParsedPlan {
  return {
    ...plan,
    ...at(plan),
    sections: plan.sections.map((section) => ({ ...section, ...at(section) })),
    defaultUnits: plan.defaultUnits.map((unit) => ({ ...unit, ...at(unit) })),
    tasks: plan.tasks.map((task) => taskAt(task, at)),
  }
}

function taskAt(task: ParsedTask, at: At): ParsedTask {
  return {
    ...task,
    ...at(task),
    units: task.units.map((unit) => ({ ...unit, ...at(unit) })),
    milestones: task.milestones.map((milestone) => ({ ...milestone, ...at(milestone) })),
    deadlineSpans: task.deadlineSpans.map((deadline) => ({ ...deadline, ...at(deadline) })),
    targets: task.targets.map((target) => ({ ...target, ...at(target) })),
    doubts: task.doubts.map((doubt) => ({ ...doubt, ...at(doubt) })),
  }
}
