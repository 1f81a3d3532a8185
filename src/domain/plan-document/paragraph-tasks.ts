import type { Statement } from './responsibility'

/** Statements that follow one another without text between them, or within one paragraph, belong together. */
export function groupByParagraph(folded: string, statements: readonly Statement[]): Statement[][] {
  const groups: Statement[][] = []
  for (const statement of statements) {
    const last = groups.at(-1)
    const previous = last?.at(-1)
    if (last !== undefined && previous !== undefined && isTogether(folded.slice(previous.end, statement.start)))
      last.push(statement)
    else groups.push([statement])
  }
  return groups
}

function isTogether(between: string): boolean {
  return !between.includes('\n') || between.trim().length < 3
}
