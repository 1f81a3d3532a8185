import type { ObligationId } from '@/domain/reporting/obligation'
import type { ReportContent } from '@/domain/reporting/report-content'
import { reportKindVocabulary } from '@/domain/reporting/report-kind-vocabulary'

/** What was typed and has not reached the server; kept in this browser, for this person only. */
export interface DeviceCopy {
  readonly content: ReportContent
  /** When it was typed. */
  readonly keptAt: string
}

/** Names the place of one person's copy of one report. */
export function deviceCopyKey(userId: string, obligationId: ObligationId): string {
  return `report-draft:${userId}:${obligationId}`
}

/** The copy kept here, or null; what cannot be read counts as none. */
export function readDeviceCopy(key: string): DeviceCopy | null {
  try {
    return parse(JSON.parse(localStorage.getItem(key) ?? 'null'))
  } catch {
    return null
  }
}

/** Keeps a copy; a browser that refuses (private window, full) leaves the warning on leaving as the only guard. */
export function keepDeviceCopy(key: string, content: ReportContent, now: Date): void {
  try {
    localStorage.setItem(key, JSON.stringify({ content, keptAt: now.toISOString() } satisfies DeviceCopy))
  } catch {
    // Nothing more can be done here; saving to the server goes on.
  }
}

export function forgetDeviceCopy(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // A browser without storage has kept nothing.
  }
}

function parse(value: unknown): DeviceCopy | null {
  if (!isRecord(value) || !isRecord(value.content) || typeof value.keptAt !== 'string') return null
  const { kind, percent, done, nextSteps, problems } = value.content
  const isWhole =
    typeof percent === 'number' &&
    typeof done === 'string' &&
    typeof nextSteps === 'string' &&
    typeof problems === 'string'
  if (!isWhole || !reportKindVocabulary.is(kind)) return null
  return { content: { kind, percent, done, nextSteps, problems }, keptAt: value.keptAt }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
