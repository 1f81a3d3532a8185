import { describe, expect, it } from 'vitest'
import { sampleDraft, sampleTask } from '../../../tests/fixtures/draft-samples'
import { draftSectionId, draftTaskId } from '../../../tests/support/ids'
import { addSection, deleteSection, updateSection } from './edit-sections'
import type { DraftSection } from './plan-draft'

const section = (id: string, parentId: string | null, level: number): DraftSection => ({
  id: draftSectionId(id),
  parentId: parentId === null ? null : draftSectionId(parentId),
  number: id,
  title: id,
  level,
  start: null,
  end: null,
})
const draft = sampleDraft({
  sections: [section('s1', null, 1), section('s2', 's1', 2), section('s3', 's2', 3), section('s4', null, 1)],
  tasks: [
    sampleTask({ id: draftTaskId('t1'), sectionId: draftSectionId('s1') }),
    sampleTask({ id: draftTaskId('t2'), sectionId: draftSectionId('s2') }),
    sampleTask({ id: draftTaskId('t3'), sectionId: draftSectionId('s4') }),
  ],
})
const outline = (of: typeof draft) => of.sections.map(({ id, parentId, level }) => `${id} ${parentId} ${level}`)

describe('sections', () => {
  it('puts a new one behind all that the one before it holds', () => {
    const added = addSection(draft, draftSectionId('s1'))
    expect(outline(added.draft)).toEqual(['s1 null 1', 's2 s1 2', 's3 s2 3', `${added.sectionId} null 1`, 's4 null 1'])
    expect(outline(addSection(draft, null).draft).at(-1)).toBe('s5 null 1')
  })
  it('hands what a deleted one held to its parent', () => {
    const without = deleteSection(draft, draftSectionId('s2'))
    expect(outline(without)).toEqual(['s1 null 1', 's3 s1 2', 's4 null 1'])
    expect(without.tasks.map(({ id, sectionId }) => `${id} ${sectionId}`)).toEqual(['t1 s1', 't2 s1', 't3 s4'])
  })
  it('leaves tasks of a deleted chapter without section, at the top', () => {
    expect(deleteSection(draft, draftSectionId('s4')).tasks.map((task) => task.id)).toEqual(['t3', 't1', 't2'])
  })
  it('renames', () =>
    expect(updateSection(draft, draftSectionId('s4'), { title: '保障' }).sections[3]?.title).toBe('保障'))
})
