import type { UserId } from '@/domain/ids'

const DEFAULT_PHRASES = [
  '请补充已发布网页的链接。',
  '佐证材料与填报内容不符。',
  '未说明具体完成情况。',
  '进度与佐证材料不符，请核实。',
  '未回应本节点要求。',
] as const

const MAX_PHRASES = 20

function keyOf(userId: UserId): string {
  return `return-phrases:${userId}`
}

/** The phrases of one person in this browser; the usual ones until that person writes others. */
export function readPhrases(userId: UserId): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null')
    if (Array.isArray(kept)) return kept.filter((each): each is string => typeof each === 'string')
  } catch {
    // What cannot be read counts as none.
  }
  return DEFAULT_PHRASES
}

/** Keeps phrases written one on a line; an empty text brings the usual ones back. */
export function keepPhrases(userId: UserId, text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const phrases = lines.length === 0 ? DEFAULT_PHRASES : [...new Set(lines)].slice(0, MAX_PHRASES)
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(phrases))
  } catch {
    // They last until the page is closed.
  }
  return phrases
}

/** A reason with one more phrase, on a line of its own; a phrase already there is not doubled. */
export function addPhrase(reason: string, phrase: string): string {
  if (reason.includes(phrase)) return reason
  return reason.trim() === '' ? phrase : `${reason.trimEnd()}\n${phrase}`
}
