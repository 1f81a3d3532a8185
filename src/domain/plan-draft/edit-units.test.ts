import { describe, expect, it } from 'vitest'
import { sampleDraft, sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftTaskId, unitId } from '../../../tests/support/ids'
import {
  addUnit,
  decideDefaultUnit,
  renameUnitEverywhere,
  resolveNames,
  setFirstListedUnitLeads,
  uniteUnits,
  unresolveName,
  updateUnit,
} from './edit-units'
import type { DraftUnit } from './plan-draft'

const unit = (name: string, role: DraftUnit['role'] = 'responsible'): DraftUnit => ({
  name,
  role,
  start: null,
  end: null,
})
const rolesOf = (units: readonly DraftUnit[]) => units.map(({ name, role }) => `${name} ${role}`)

describe('the units of a task', () => {
  it('names each unit once, in its strongest role', () => {
    expect(
      rolesOf(uniteUnits([unit('甲', 'supporting'), unit('乙')], [unit('甲', 'lead'), unit('乙', 'supporting')])),
    ).toEqual(['甲 lead', '乙 responsible'])
  })
  it('changes the role of a name that is there already instead of naming it twice', () => {
    const task = sampleTask({ id: draftTaskId('t1'), units: [unit('甲')] })
    expect(rolesOf(addUnit(task, ' 甲 ', 'lead').units)).toEqual(['甲 lead'])
    expect(rolesOf(addUnit(task, '乙', 'supporting').units)).toEqual(['甲 responsible', '乙 supporting'])
    expect(addUnit(task, '  ', 'lead')).toBe(task)
  })
})

describe('the first listed unit leads', () => {
  const draft = sampleDraft({
    tasks: [
      sampleTask({ id: draftTaskId('t1'), units: [unit('甲'), unit('乙')] }),
      sampleTask({ id: draftTaskId('t2'), units: [unit('丙')] }),
      sampleTask({ id: draftTaskId('t3'), units: [unit('甲', 'lead'), unit('乙', 'supporting')] }),
    ],
  })
  it('raises the first of a plain list, and only there', () => {
    const on = setFirstListedUnitLeads(draft, true)
    expect(on.document.firstListedUnitLeads).toBe(true)
    expect(on.tasks.map((task) => rolesOf(task.units))).toEqual([
      ['甲 lead', '乙 responsible'],
      ['丙 responsible'],
      ['甲 lead', '乙 supporting'],
    ])
  })
  it('goes back to what the document says', () => {
    expect(setFirstListedUnitLeads(setFirstListedUnitLeads(draft, true), false)).toEqual(draft)
  })
  it('leaves a role alone that the clerk has chosen since', () => {
    const on = setFirstListedUnitLeads(draft, true)
    const chosen = {
      ...on,
      tasks: on.tasks.map((task) => (task.id === 't1' ? updateUnit(task, 0, { role: 'lead' }) : task)),
    }
    expect(rolesOf(setFirstListedUnitLeads(chosen, false).tasks[0]?.units ?? [])).toEqual(['甲 lead', '乙 responsible'])
  })
})

describe('names', () => {
  it('renames a misread name wherever it stands, and forgets what it was resolved to', () => {
    const draft = sampleDraft({
      tasks: [sampleTask({ id: draftTaskId('t1'), units: [unit('县司去局'), unit('县司法局', 'supporting')] })],
      defaultUnits: [{ ...unit('县司去局'), text: '', isAccepted: true }],
      resolutions: { 县司去局: { kind: 'not_tracked' } },
    })
    const renamed = renameUnitEverywhere(draft, '县司去局', ' 县司法局 ')
    expect(rolesOf(renamed.tasks[0]?.units ?? [])).toEqual(['县司法局 responsible'])
    expect(renamed.defaultUnits[0]?.name).toBe('县司法局')
    expect(renamed.resolutions).toEqual({})
    expect(renameUnitEverywhere(draft, '县司去局', ' ')).toBe(draft)
  })
  it('resolves and takes back', () => {
    const resolved = resolveNames(sampleDraft(), {
      甲: { kind: 'unit', unitId: unitId('u1') },
      乙: { kind: 'not_tracked' },
    })
    expect(Object.keys(unresolveName(resolved, '甲').resolutions)).toEqual(['乙'])
  })
  it('decides on a default unit, and again', () => {
    const draft = sampleDraft({ defaultUnits: [{ ...unit('甲'), text: '', isAccepted: null }] })
    expect(decideDefaultUnit(draft, 0, true).defaultUnits[0]?.isAccepted).toBe(true)
    expect(decideDefaultUnit(decideDefaultUnit(draft, 0, true), 0, null)).toEqual(draft)
  })
})
