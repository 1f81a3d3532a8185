import { expect, it } from 'vitest'
import { excerptAround } from './source-excerpt'

it('gives the clause with what surrounds it, and says where text is left out', () => {
  expect(excerptAround('甲乙丙丁戊己', { start: 2, end: 4 }, 1)).toEqual({
    before: '……乙',
    clause: '丙丁',
    after: '戊……',
  })
})
it('leaves nothing out at the ends', () => {
  expect(excerptAround('甲乙丙', { start: 0, end: 3 }, 5)).toEqual({ before: '', clause: '甲乙丙', after: '' })
})
it('stays within the document when the place does not', () => {
  expect(excerptAround('甲乙', { start: -3, end: 9 }, 1).clause).toBe('甲乙')
})
it('does not cut a rare character in half', () => {
  expect(excerptAround('𠀀甲', { start: 2, end: 3 }, 1).before).toBe('𠀀')
})
