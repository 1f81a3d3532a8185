import type { Assignment } from '@/domain/tasks/task'

/** The units that one name in the document stands for. */
export interface WrittenGroup {
  readonly writtenName: string
  readonly assignments: readonly Assignment[]
}

/** Units gathered under the name the document gives them, in the order they came. */
export function groupByWrittenName(assignments: readonly Assignment[]): WrittenGroup[] {
  const names = [...new Set(assignments.map((assignment) => assignment.writtenName))]
  return names.map((writtenName) => ({
    writtenName,
    assignments: assignments.filter((assignment) => assignment.writtenName === writtenName),
  }))
}
