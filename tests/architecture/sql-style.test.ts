import { describe, expect, it } from 'vitest'
import { readSourceFiles } from './source-files'
import { tooLong, unsaidDeletions } from './sql-style'

const schemas = readSourceFiles('supabase/schemas', ['.sql'])
const migrations = readSourceFiles('supabase/migrations', ['.sql'])
const file = (text: string, path = 'supabase/schemas/a.sql') => [{ path, text }]

describe('SQL', () => {
  it('fits on a screen: lines of 160 columns, schema files of 300 lines', () => {
    expect(schemas.length).toBeGreaterThan(20)
    expect(tooLong([...schemas, ...migrations])).toEqual([])
  })
  it('is told when it does not', () => {
    expect(tooLong(file('x'.repeat(161)))).toEqual(['supabase/schemas/a.sql:1 is 161 wide'])
    expect(tooLong(file('x\n'.repeat(301)))).toEqual(['supabase/schemas/a.sql has 301 lines'])
    expect(tooLong(file('x\n'.repeat(300)))).toEqual([])
    expect(tooLong(file('x'.repeat(161), 'supabase/migrations/20261127003400_a.sql'))).toEqual([])
    expect(tooLong(file('x'.repeat(161), 'supabase/migrations/20261127003401_a.sql'))).toHaveLength(1)
  })
})

describe('a foreign key', () => {
  it('says what becomes of the row when the one that it names is deleted', () => {
    expect(unsaidDeletions(schemas)).toEqual([])
  })
  it.each([
    'task_id uuid references public.tasks (id),',
    'task_id uuid references public.tasks,',
    'foreign key (a, b)\n    references public.tasks (a, b)\n  deferrable',
    'x uuid references public.a (id) on update cascade',
  ])('is found that does not: %s', (text) => {
    expect(unsaidDeletions(file(text))).toHaveLength(1)
  })
  it.each([
    'task_id uuid references public.tasks (id) on delete restrict,',
    'references public.tasks (a, b)\n    on delete no action',
    'x uuid references public.tasks on delete set null',
    '-- references public.tasks (id)',
    "comment on table a is 'it references public.tasks (id)'",
  ])('is passed that does, or is none: %s', (text) => {
    expect(unsaidDeletions(file(text))).toEqual([])
  })
})
