import { foldText } from './fold-text'

/** What of a task, or of a yearly milestone, is compared. */
export interface LineageTask {
  readonly title: string | null
  readonly text: string
  readonly units?: readonly string[]
  /** A milestone's year, when the candidate is one. */
  readonly year?: number | null
}

interface AncestorSuggestion<Candidate> {
  readonly candidate: Candidate
  /** From 0 to 1. */
  readonly similarity: number
  /** zh-CN, the strongest first. */
  readonly reasons: readonly string[]
}

const LEAST_SIMILARITY = 0.28
const MOST_SUGGESTIONS = 3
const FILLER =
  /进一步|切实|加强|推进|推动|做好|深化|强化|完善|健全|优化|提升|全面|持续|积极|工作|建设|管理|有关|相关|落实|规范/g

/** Suggests which earlier tasks or milestones a task continues, the likeliest first. */
export function suggestAncestors<Candidate extends LineageTask>(
  task: LineageTask,
  candidates: readonly Candidate[],
): AncestorSuggestion<Candidate>[] {
  const mine = profileOf(task)
  const weights = weightsOf([mine, ...candidates.map(profileOf)])
  return candidates
    .map((candidate) => compare(mine, profileOf(candidate), candidate, weights))
    .filter((suggestion) => suggestion.similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, MOST_SUGGESTIONS)
}

interface Profile {
  readonly title: ReadonlySet<string>
  readonly words: ReadonlySet<string>
  readonly units: ReadonlySet<string>
}

/** The same candidates are compared with one task after the other; each is taken apart once. */
const profiles = new WeakMap<LineageTask, Profile>()

function profileOf(task: LineageTask): Profile {
  const known = profiles.get(task)
  if (known !== undefined) return known
  const profile = newProfile(task)
  profiles.set(task, profile)
  return profile
}

function newProfile(task: LineageTask): Profile {
  const title = task.title === null || task.title === '' ? task.text.slice(0, 30) : task.title
  return {
    title: pairsOf(title),
    words: pairsOf(`${task.title ?? ''}。${task.text}`),
    units: new Set((task.units ?? []).map(bareText)),
  }
}

function bareText(text: string): string {
  return foldText(text.normalize('NFKC')).replace(/\s/g, '')
}

/** Neighbouring characters: words enough for Chinese, without a dictionary. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const clause of bareText(text)
    .replace(FILLER, ' ')
    .split(/[^\p{L}\p{N}]+/u)) {
    for (let index = 0; index + 1 < clause.length; index += 1) pairs.add(clause.slice(index, index + 2))
  }
  return pairs
}

/** Pairs that every task has (政务, 公开) say little; rare ones say much. */
function weightsOf(profiles: readonly Profile[]): (pair: string) => number {
  const counts = new Map<string, number>()
  for (const profile of profiles) for (const pair of profile.words) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => Math.log(1 + profiles.length / (counts.get(pair) ?? 1))
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, weight: (pair: string) => number): number {
  let shared = 0
  let left = 0
  let right = 0
  for (const pair of a) {
    left += weight(pair)
    if (b.has(pair)) shared += weight(pair)
  }
  for (const pair of b) right += weight(pair)
  return left === 0 || right === 0 ? 0 : (2 * shared) / (left + right)
}

function compare<Candidate extends LineageTask>(
  mine: Profile,
  other: Profile,
  candidate: Candidate,
  weight: (pair: string) => number,
): AncestorSuggestion<Candidate> {
  const title = overlap(mine.title, other.title, weight)
  const words = overlap(mine.words, other.words, weight)
  const units = overlap(mine.units, other.units, () => 1)
  const similarity = Math.min(1, Math.max(title * 0.5 + words * 0.4 + units * 0.1, words, title * 0.9))
  return {
    candidate,
    similarity: Math.round(similarity * 1000) / 1000,
    reasons: reasonsOf(title, words, units, candidate),
  }
}

function reasonsOf(title: number, words: number, units: number, candidate: LineageTask): string[] {
  const percent = (value: number): string => `${Math.round(value * 100)}%`
  const reasons: string[] = []
  if (title >= 0.3) reasons.push(title >= 0.95 ? '标题相同' : `标题相近（${percent(title)}）`)
  if (words >= 0.2) reasons.push(`内容相近（${percent(words)}）`)
  if (units >= 0.5) reasons.push(units === 1 ? '责任单位相同' : '责任单位大部分相同')
  if (candidate.year !== undefined && candidate.year !== null) reasons.push(`是${candidate.year}年的年度节点`)
  return reasons
}
