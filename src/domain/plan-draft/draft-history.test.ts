import { describe, expect, it } from 'vitest'
import { editStep, redoStep, startHistory, undoStep, type DraftHistory } from './draft-history'
import { sampleDraft } from '../../../tests/fixtures/draft-samples'

type Step = (history: DraftHistory) => DraftHistory
const titled =
  (title: string, mergeKey?: string): Step =>
  (history) =>
    editStep(history, (draft) => ({ ...draft, document: { ...draft.document, title } }), mergeKey)
const play = (...steps: Step[]): DraftHistory =>
  steps.reduce((history, step) => step(history), startHistory(sampleDraft()))
const title = (history: DraftHistory) => history.present.document.title

describe('undo and redo', () => {
  it('goes back and forth', () => {
    expect(title(play(titled('甲'), titled('乙'), undoStep))).toBe('甲')
    expect(title(play(titled('甲'), titled('乙'), undoStep, redoStep))).toBe('乙')
  })
  it('counts typing in one field as one step, and in another as the next', () => {
    expect(title(play(titled('甲', 'title'), titled('甲乙', 'title'), undoStep))).toBe(sampleDraft().document.title)
    expect(title(play(titled('甲', 'title'), titled('乙', 'other'), undoStep))).toBe('甲')
  })
  it('starts a new step after an undo, even in the same field', () => {
    expect(title(play(titled('甲', 'k'), titled('乙', 'x'), undoStep, titled('丙', 'k'), undoStep))).toBe('甲')
  })
  it('forgets the undone once something new is done', () => {
    expect(play(titled('甲'), undoStep, titled('乙')).future).toEqual([])
  })
  it('makes no step of an edit that changes nothing', () => {
    expect(play((history) => editStep(history, (draft) => draft)).past).toEqual([])
  })
  it('stays where it is with nothing to undo or redo', () => {
    const history = startHistory(sampleDraft())
    expect(undoStep(history)).toBe(history)
    expect(redoStep(history)).toBe(history)
  })
  it('keeps a bounded number of steps', () => {
    expect(play(...Array.from({ length: 250 }, (_, at) => titled(String(at)))).past).toHaveLength(200)
  })
})
