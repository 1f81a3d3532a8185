import { describe, expect, it } from 'vitest'
import { signalReasonVocabulary } from '@/domain/signal/signal-reason-vocabulary'
import { NOT_GOING, signalCountVocabulary } from '@/domain/signal/signal-vocabulary'
import { standingStates, type StandingState } from '../../tests/fixtures/standing-states'
import { renderPage } from '../../tests/support/render-page'
import type { StateScreen } from '../../tests/support/screen-parts'
import { stateScreens } from '../../tests/support/state-screens'

/*
 * Every part that shows how something stands, with every state there is: whatever the screen, one state has one word, is
 * called late where the database calls it late and nowhere else, and is never said to be more done than it is.
 */

/** All that a screen says, to the eye and to those who cannot see it, piece by piece. */
function wordsOf(container: Element): string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  while (walker.nextNode()) words.push(walker.currentNode.textContent ?? '')
  for (const each of container.querySelectorAll('[title], [aria-label], [aria-valuetext]')) {
    for (const name of ['title', 'aria-label', 'aria-valuetext']) words.push(each.getAttribute(name) ?? '')
  }
  return words
    .flatMap((text) => text.split(/[，；\n]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** What speaks of other things than whether this one is late, or of none. */
const NOT_OF_THIS: readonly (string | RegExp)[] = [
  NOT_GOING,
  '逾期最久的任务',
  '没有逾期的任务',
  '逾期后报完成',
  '部分逾期办结',
  '逾期办结',
  /其中逾期 \d+ [个项]/g,
  /\S+ 0 项/g,
  /待审核至 \d+%/g,
  /序时进度 \d+%/g,
]

const lampWords: ReadonlySet<string> = new Set(standingStates.map(({ lamp }) => lamp))
const countWords: ReadonlySet<string> = new Set(signalCountVocabulary.entries.map(({ label }) => label))

/** The figures of what stands so, in words: 逾期 1 项. */
function countedIn(words: readonly string[]): string[] {
  const found = words.flatMap((word) => /^(\S+) [1-9]\d* 项$/.exec(word)?.[1] ?? [])
  return [...new Set(found)].filter((label) => countWords.has(label))
}

function fits({ of }: StateScreen, { only }: StandingState): boolean {
  return of === 'either' || only === null || only === of
}

const cases = stateScreens.flatMap((screen) =>
  standingStates
    .filter((state) => fits(screen, state))
    .map((state) => ({ screen, state, path: screen.path, name: state.name })),
)

interface Seen {
  readonly screen: StateScreen
  readonly state: StandingState
  readonly words: readonly string[]
  /** The same as one text, without what speaks of other things. */
  readonly said: string
}

function expectOneWord({ screen: { tells }, state, words, said }: Seen): void {
  if (tells.includes('lamp')) expect([...new Set(words.filter((word) => lampWords.has(word)))]).toEqual([state.lamp])
  if (!tells.includes('count')) expect(said.includes('未启动')).toBe(tells.includes('lamp') && state.lamp === '未启动')
  else if (state.countedAs !== null) expect(countedIn(words)).toEqual([signalCountVocabulary.label(state.countedAs)])
}

function expectLateOnlyWhereItIs({ screen: { tells }, state: { signal, reason }, said }: Seen): void {
  const isRed = signal === 'red'
  if (!isRed) expect(said).not.toMatch(/(逾期|已过) \d+ 天/)
  if (!isRed && !tells.includes('count')) expect(said).not.toContain('逾期')
  if (isRed && (tells.includes('lamp') || tells.includes('due'))) expect(said).toContain('逾期')
  if (isRed && tells.includes('due')) expect(said).toMatch(/(逾期|已过) \d+ 天/)
  if (!signalReasonVocabulary.of(reason).isOver) return
  expect(said).not.toMatch(/(还有|已启动) \d+ 天|\d+ 天未更新|[今昨]天更新|今天到期/)
}

function expectAsFarAndAsOldAsItIs({ screen: { tells }, state, said }: Seen): void {
  if (tells.includes('percent')) {
    expect(said.includes('100%'), said).toBe(state.percent === 100)
    expect(/\d%/.test(said), said).toBe(state.percent !== null)
    expect(said.includes('—'), said).toBe(state.percent === null)
  }
  if (state.factOn !== null) expect(said).not.toContain('从未填报')
  const isCounted = !signalReasonVocabulary.of(state.reason).isOver && state.awaitingSince === null
  if (!tells.includes('age') || !isCounted) return
  expect(said.includes('从未填报'), said).toBe(state.factOn === null)
  expect(said.includes('今天更新'), said).toBe(state.factOn === '2021-09-30')
}

it.each(cases)('$path shows as all others do: $name', ({ screen, state }) => {
  const words = wordsOf(renderPage(screen.show(state)).container)
  expect(words.length).toBeGreaterThan(0)
  const said = NOT_OF_THIS.reduce<string>((text, other) => text.replaceAll(other, ''), words.join('；'))
  const seen = { screen, state, words, said }
  expectOneWord(seen)
  expectLateOnlyWhereItIs(seen)
  expectAsFarAndAsOldAsItIs(seen)
})

describe('the table', () => {
  it('has every reason there is', () => {
    expect(new Set(standingStates.map(({ reason }) => reason))).toEqual(new Set(signalReasonVocabulary.values))
  })
  it('has every figure that tasks are counted by', () => {
    expect(new Set(standingStates.flatMap(({ countedAs }) => countedAs ?? []))).toEqual(
      new Set(signalCountVocabulary.values),
    )
  })
})
