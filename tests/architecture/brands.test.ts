import { describe, expect, it } from 'vitest'
import { bareIds, handmadeIds } from './brands'
import { readAppCode } from './source-files'

const file = (text: string, path = 'src/data/a.ts') => [{ path, text }]

describe('ids', () => {
  it('say in the whole app what they are ids of', () => {
    expect(bareIds(readAppCode())).toEqual([])
    expect(handmadeIds(readAppCode())).toEqual([])
  })
  it.each([
    'interface A { readonly taskId: string }',
    'function f(taskId: string | null) {}',
    'interface A { readonly unitIds?: readonly string[] }',
    'function f(rejectedIds: ReadonlySet<string>) {}',
  ])('are not plain text: %s', (text) => {
    expect(bareIds(file(text))).toHaveLength(1)
    expect(bareIds(file(text, 'src/domain/plan-document/a.ts'))).toEqual([])
  })
  it('may be named in words, or be text that only looks alike', () => {
    expect(bareIds(file('// taskId: string\nfunction f(taskId: TaskId, styleOfId: number, valid: string) {}'))).toEqual(
      [],
    )
  })
  it.each([
    'f(id as TaskId)',
    'f(id as Id.TaskId)',
    "const taskId = idParser('TaskId')",
    'type A = string & { __brand: 1 }',
  ])('are not made by hand: %s', (text) => {
    expect(handmadeIds(file(text))).toHaveLength(1)
    expect(handmadeIds(file(text, 'src/domain/ids.ts'))).toEqual([])
  })
})
