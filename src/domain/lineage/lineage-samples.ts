import type { LineageCandidate } from './lineage-candidate'
import type { LineageSuggestion } from './suggest-lineage'

/** A candidate for tests: a task of the 2021 plan. */
export function sampleCandidate(taskId: string, change: Partial<LineageCandidate> = {}): LineageCandidate {
  return {
    taskId,
    planId: 'plan-2021',
    planTitle: '2021年政务公开工作要点',
    startYear: 2021,
    endYear: 2021,
    number: null,
    title: '',
    requirement: '',
    unitNames: [],
    milestones: [],
    ...change,
  }
}

/** A suggestion for tests: last year's, not beyond doubt. */
export function sampleSuggestion(taskId: string, change: Partial<LineageSuggestion> = {}): LineageSuggestion {
  return { taskId, milestoneId: null, kind: 'previous', similarity: 0.5, reasons: [], isSure: false, ...change }
}
