import { groupsOf } from './groups'
import type { Decided, ObligationRow, Signal } from './rows'

const RANK: Record<Signal, number> = { red: 0, yellow: 1, green: 2, grey: 3 }

/**
 * “A task shows the worst signal of its accountable assignments over the milestones that have started and are not
 * complete, with the reason, due day and age of the one that decides; when none is open, that of the last one started.”
 */
export function deciding(rows: readonly ObligationRow[]): ObligationRow | undefined {
  const milestones = [...groupsOf(rows, ({ milestoneId }) => milestoneId).values()].sort(
    (a, b) => (a[0]?.milestoneDueOn ?? 0) - (b[0]?.milestoneDueOn ?? 0),
  )
  const started = milestones.filter(hasStarted)
  const open = started.filter((own) => !isClosed(own))
  const asked = open.length > 0 ? open.flat() : (started.at(-1) ?? milestones[0] ?? [])
  return asked.toSorted(worstFirst)[0]
}

/** Whether a milestone has started for any of those who owe it. */
export function hasStarted(own: readonly ObligationRow[]): boolean {
  return own.some((row) => row.hasStarted)
}

/** Whether nobody has anything to do for a milestone any more. */
export function isClosed(own: readonly ObligationRow[]): boolean {
  return own.length > 0 && own.every((row) => row.isClosed)
}

/** What the one that decides tells of all: its reason, due day and the age of the last report it rests on. */
export function decidedBy(row: ObligationRow): Decided {
  return {
    signal: row.signal,
    reason: row.reasons[0] ?? 'on_track',
    dueOn: row.dueOn,
    factOn: row.factOn,
    silentSince: row.isClosed || !row.hasStarted ? null : (row.factOn ?? row.startOn),
  }
}

function worstFirst(a: ObligationRow, b: ObligationRow): number {
  return (
    RANK[a.signal] - RANK[b.signal] ||
    Number(a.isClosed) - Number(b.isClosed) ||
    Number(a.awaitingSince !== null) - Number(b.awaitingSince !== null) ||
    Number(a.reasons[0] === 'due_soon') - Number(b.reasons[0] === 'due_soon') ||
    a.dueOn - b.dueOn ||
    (a.obligationId < b.obligationId ? -1 : 1)
  )
}
