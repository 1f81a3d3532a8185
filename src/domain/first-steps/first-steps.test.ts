import { describe, expect, it } from 'vitest'
import { planId } from '../../../tests/support/ids'
import { firstSteps, type FirstStepFacts } from './first-steps'

const NOTHING: FirstStepFacts = {
  plans: 0,
  issuedPlans: 0,
  draftPlanId: null,
  unresolvedNames: 0,
  units: 0,
  uninvitedUnits: 0,
}
const done = (facts: Partial<FirstStepFacts>) => firstSteps({ ...NOTHING, ...facts }).map(({ isDone }) => isDone)
const draft = { plans: 1, draftPlanId: planId('p') }

describe('the first steps', () => {
  it('are all to do on an empty system, the later ones without a way yet', () => {
    expect(done({})).toEqual([false, false, false])
    expect(firstSteps(NOTHING).map(({ action }) => action?.path)).toEqual(['/plans/import', undefined, undefined])
  })
  it('lead to the names of the draft, then to the units that were never invited', () => {
    const steps = firstSteps({ ...NOTHING, ...draft, unresolvedNames: 3, units: 2, uninvitedUnits: 2 })
    expect(steps.map(({ isDone }) => isDone)).toEqual([true, false, false])
    expect(steps[1]).toMatchObject({
      words: '文件里有 3 个名称还没有对应的单位',
      action: { path: '/plans/p/check?view=names' },
    })
    expect(steps[2]?.action?.path).toBe('/accounts?inviting=uninvited')
  })
  it.each([
    [{ ...draft, units: 2 }, []],
    [{ ...draft, units: 2, uninvitedUnits: 1 }, [true, true, false]],
    // Next year's draft is no first step any more.
    [{ ...draft, issuedPlans: 1, unresolvedNames: 5, units: 2 }, []],
    [{ plans: 1, issuedPlans: 1, units: 0 }, [true, true, false]],
  ])('of %j: %j', (facts, expected) => {
    expect(done(facts)).toEqual(expected)
  })
})
