import { describe, expect, it } from 'vitest'
import { readAppCode } from './source-files'
import { handwrittenNames } from './written-names'

describe('the name of a task or a section', () => {
  it('is written by one function each', () => {
    expect(handwrittenNames(readAppCode())).toEqual([])
  })
  it.each(['`${task.number} ${task.title}`', '{hit.number} {hit.title}', "`「${number ?? ''}${short}」`"])(
    'is found where it is written by hand: %s',
    (text) => expect(handwrittenNames([{ path: 'src/features/a.tsx', text }])).toHaveLength(1),
  )
  it('is not seen in a count', () => {
    expect(handwrittenNames([{ path: 'src/features/a.tsx', text: '`第 ${number} 次报送`' }])).toEqual([])
  })
})
