import { describe, expect, it } from 'vitest'
import { readSourceFiles } from './source-files'
import { unusedExports } from './unused-exports'

/** The rooms that others stand on. */
const isBelow = (path: string) => /^src\/(?:lib|domain|data)\//.test(path) && path !== 'src/data/database.types.ts'
const file = (path: string, text: string) => ({ path, text })

describe('what lib, domain and data export', () => {
  it('is imported by somebody', () => {
    const files = ['src', 'supabase', 'tests'].flatMap((folder) => readSourceFiles(folder, ['.ts', '.tsx']))
    expect(files.length).toBeGreaterThan(500)
    expect(unusedExports(files, isBelow)).toEqual([])
  })
  it.each([
    ['by nobody', []],
    ['under another name of another file', [file('src/lib/b.ts', "import { one } from './c'")]],
    ['in a comment', [file('src/lib/b.ts', "// import { one } from './a'")]],
    ['by a test alone, and not used at home', [file('src/lib/a.test.ts', "import { one } from './a'")]],
  ])('is found when it is imported %s', (_words, others) => {
    expect(unusedExports([file('src/lib/a.ts', 'export const one = 1'), ...others], isBelow)).toEqual([
      'src/lib/a.ts exports one',
    ])
  })
  it.each([
    ['by its name', "import { type Two, one } from './a'"],
    ['from afar', "import type { one } from '@/lib/a'"],
    ['under a new name', "import {\n  one as two,\n} from '@/lib/a'"],
    ['to hand it on', "export { one } from './a'"],
    ['as a whole', "import * as a from './a'"],
    ['on demand', "const a = await import('./a')"],
  ])('is used when it is imported %s', (_words, text) => {
    expect(unusedExports([file('src/lib/a.ts', 'export const one = 1'), file('src/lib/b.ts', text)], isBelow)).toEqual(
      [],
    )
  })
  it('may be a part that is tested by itself, or a sample', () => {
    const test = file('src/lib/a.test.ts', "import { one } from './a'\nimport { some } from './a-samples'")
    const files = [
      file('src/lib/a.ts', 'export const one = 1\nconst two = one'),
      file('src/lib/a-samples.ts', 'export const some = 1'),
    ]
    expect(unusedExports([...files, test], isBelow)).toEqual([])
    expect(unusedExports(files, isBelow)).toHaveLength(2)
  })
})
