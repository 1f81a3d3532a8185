import type { MilestoneId, TaskId } from '@/domain/ids'
import { suggestAncestors, type LineageTask } from '@/domain/plan-document/lineage'
import {
  ancestorKindOf,
  milestoneOfYear,
  type AncestorKind,
  type CandidateMilestone,
  type LineageCandidate,
  type YearSpan,
} from './lineage-candidate'
import { bare, sharedKeywords } from './shared-keywords'

/** What is known of the task whose ancestors are looked for. */
export interface LineageQuestion {
  readonly title: string
  readonly text: string
  readonly unitNames: readonly string[]
}

/** An earlier task that the task may go on from, and why. */
export interface LineageSuggestion {
  readonly taskId: TaskId
  /** The year's part of a plan over several years. */
  readonly milestoneId: MilestoneId | null
  readonly kind: AncestorKind
  /** From 0 to 1. */
  readonly similarity: number
  /** zh-CN: the words that both say, then the rest, the strongest first. */
  readonly reasons: readonly string[]
  /** Very similar, and nothing else of its kind comes near. */
  readonly isSure: boolean
}

/** The candidates that may come before plans of some years, ready to be compared with one task after the other. */
export interface LineageLibrary {
  readonly groups: readonly CandidateGroup[]
}

interface CandidateGroup {
  readonly kind: AncestorKind
  readonly entries: readonly CandidateEntry[]
}

/** A candidate, and what of it is compared. */
interface CandidateEntry extends LineageTask {
  readonly candidate: LineageCandidate
  readonly milestone: CandidateMilestone | null
  /** Title and text without marks, to look phrases up in. */
  readonly words: string
}

const SUGGESTED_KINDS: readonly AncestorKind[] = ['long_term', 'previous', 'same_years']
/** Below this, two tasks of one line of work share little more than its usual words. */
const LEAST_SIMILARITY = 0.35
const SURE_SIMILARITY = 0.5
const SURE_DISTANCE = 0.1
const MOST_COMMON_SHARE = 0.2
const SHORTEST_REQUIREMENT = 12

/** Sorts candidates by what they are to a plan of these years; what cannot come before it is left out. */
export function openLibrary(candidates: readonly LineageCandidate[], span: YearSpan): LineageLibrary {
  const groups = SUGGESTED_KINDS.map((kind): CandidateGroup => {
    const entries = candidates
      .filter((candidate) => ancestorKindOf(candidate, span) === kind)
      .map((candidate) => entryOf(candidate, span))
    return { kind, entries }
  })
  return { groups: groups.filter((group) => group.entries.length > 0) }
}

/** The likeliest ancestors of a task: a few of each kind, the likeliest of each first. */
export function suggestLineage(question: LineageQuestion, { groups }: LineageLibrary): LineageSuggestion[] {
  const task = {
    title: question.title === '' ? null : question.title,
    text: question.text,
    units: question.unitNames,
  }
  if (`${question.title}${question.text}`.trim() === '') return []
  return groups.flatMap((group) => {
    const found = suggestAncestors(task, group.entries).filter((one) => one.similarity >= LEAST_SIMILARITY)
    const distance = (found[0]?.similarity ?? 0) - (found[1]?.similarity ?? 0)
    return found.map(({ candidate: entry, similarity, reasons }, index): LineageSuggestion => {
      const isSure = index === 0 && similarity >= SURE_SIMILARITY && distance >= SURE_DISTANCE
      const { kind } = group
      return {
        taskId: entry.candidate.taskId,
        milestoneId: entry.milestone?.id ?? null,
        kind,
        similarity,
        isSure,
        reasons: [...keywordsOf(question, entry, group), ...reasons],
      }
    })
  })
}

function entryOf(candidate: LineageCandidate, span: YearSpan): CandidateEntry {
  const milestone = milestoneOfYear(candidate, span)
  // What a plan over several years asks for in that year says more than all its years together.
  const isTelling = milestone !== null && milestone.requirement.length >= SHORTEST_REQUIREMENT
  const text = isTelling ? milestone.requirement : candidate.requirement
  const { title, unitNames } = candidate
  const compared = { title, text, units: unitNames, year: milestone?.year ?? null }
  return { candidate, milestone, words: bare(`${title} ${text}`), ...compared }
}

function keywordsOf(question: LineageQuestion, entry: CandidateEntry, group: CandidateGroup): string[] {
  const most = Math.max(2, group.entries.length * MOST_COMMON_SHARE)
  const isTelling = (phrase: string): boolean =>
    group.entries.filter(({ words }) => words.includes(phrase)).length <= most
  const keywords = sharedKeywords(`${question.title} ${question.text}`, entry.words, isTelling)
  return keywords.length === 0 ? [] : [`相同关键词：${keywords.join('、')}`]
}
