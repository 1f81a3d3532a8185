const SHORTEST = 4
const LONGEST = 12
const MOST = 3
const JOINING_WORDS = '的和与及等对在为并中以将于向从或各了其本'
const EMPTY_WORDS =
  /进一步|切实|加强|推进|推动|做好|深化|强化|完善|健全|优化|提升|全面|持续|积极|有关|相关|落实|规范|工作|按照|要求|年底前|各单位|各部门|政务公开|\d+[年月日]|底前/g

/**
 * The longest phrases that two texts share, for the reader to see at a glance why they belong together.
 * `isTelling` leaves out what most tasks of a plan say.
 */
export function sharedKeywords(
  text: string,
  other: string,
  isTelling: (phrase: string) => boolean = () => true,
): string[] {
  const foreign = bare(other)
  const found: string[] = []
  for (const run of bare(text).split(' ')) found.push(...commonRuns(run, foreign))
  const phrases = [...new Set(found.map(trimmed))].filter((phrase) => saysSomething(phrase) && isTelling(phrase))
  return phrases
    .sort((a, b) => b.length - a.length)
    .filter((phrase, index, all) => !all.slice(0, index).some((longer) => longer.includes(phrase)))
    .slice(0, MOST)
    .map((phrase) => (phrase.length > LONGEST ? `${phrase.slice(0, LONGEST)}…` : phrase))
}

/** Words only, with a space where a mark stood. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Every stretch of `run`, as long as it goes, that stands in `foreign` too. */
function commonRuns(run: string, foreign: string): string[] {
  const runs: string[] = []
  let start = 0
  while (start + SHORTEST <= run.length) {
    let end = start + SHORTEST
    if (!foreign.includes(run.slice(start, end))) {
      start += 1
      continue
    }
    while (end < run.length && foreign.includes(run.slice(start, end + 1))) end += 1
    runs.push(run.slice(start, end))
    start = end - SHORTEST + 2
  }
  return runs
}

/** Without what only joins words: 和政策解读的 → 政策解读; 月底前上网3 → 上网. */
function trimmed(phrase: string): string {
  const inner = phrase.replace(/^\d*(?:年底前|月底前|[个期年月])/, '').replace(/\d+$/, '')
  return withoutJoiningWords(inner)
}

function withoutJoiningWords(phrase: string): string {
  let [start, end] = [0, phrase.length]
  while (start < end && JOINING_WORDS.includes(phrase.charAt(start))) start += 1
  while (end > start && JOINING_WORDS.includes(phrase.charAt(end - 1))) end -= 1
  return phrase.slice(start, end)
}

function saysSomething(phrase: string): boolean {
  return phrase.length >= SHORTEST && phrase.replace(EMPTY_WORDS, '').length >= SHORTEST - 1
}
