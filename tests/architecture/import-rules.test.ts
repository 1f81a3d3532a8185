import { describe, expect, it } from 'vitest'
import { dependencies } from '../../package.json'
import { barrels, importsOf, undeclaredPackages, wrongImports } from './import-rules'
import { readAppCode, readSourceFiles } from './source-files'

const file = (path: string, text: string) => ({ path, text })
const verdict = (path: string, target: string) => wrongImports([file(path, `import { x } from '${target}'`)])

describe('the import direction', () => {
  it('holds in the whole app', () => {
    expect(wrongImports(readAppCode())).toEqual([])
  })
  it.each([
    ['src/lib/a.ts', '@/domain/b'],
    ['src/domain/a.ts', '@/ui/B'],
    ['src/domain/a.ts', '@/data/b'],
    ['src/data/a.ts', '@/ui/B'],
    ['src/ui/A.tsx', '@/data/b'],
    ['src/ui/A.tsx', '../data/b'],
    ['src/ui/A.tsx', '@/app/theme'],
    ['src/ui/A.tsx', '@/domain/signal/signal-vocabulary'],
    ['src/ui/A.tsx', '@/domain/local-dates/b'],
    ['src/ui/A.tsx', '@/ui/work/B'],
    ['src/ui/A.tsx', './work/B'],
    ['src/ui/work/A.tsx', '@/data/b'],
    ['src/ui/work/A.tsx', '@/features/tasks/B'],
    ['src/data/a.ts', '@/features/tasks/b'],
    ['src/features/tasks/A.tsx', '@/app/router'],
    ['src/features/tasks/A.tsx', '@/features/plans/B'],
    ['src/features/tasks/A.tsx', '../plans/B'],
    ['src/features/tasks/A.tsx', '../../../tests/support/render-page'],
    ['src/features/tasks/A.tsx', '@/app/paths'],
    ['src/domain/addresses/paths.ts', '@/features/tasks/b'],
    ['src/domain/a.ts', 'react'],
    ['src/domain/a.ts', 'antd'],
    ['src/lib/a.ts', '@tanstack/react-query'],
    ['src/lib/a.ts', 'zustand'],
    ['src/lib/a.ts', 'zustand/react'],
    ['src/domain/a.ts', 'zustand/vanilla'],
    ['src/domain/a.ts', '@supabase/supabase-js'],
    ['src/ui/A.tsx', '@supabase/supabase-js'],
    ['src/app/a.ts', '@supabase/supabase-js'],
    ['src/data/a.ts', 'antd'],
  ])('refuses that %s imports %s', (path, target) => {
    expect(verdict(path, target)).toHaveLength(1)
  })
  it.each([
    ['src/ui/A.tsx', '@/domain/local-date/local-date'],
    ['src/ui/A.tsx', '@/domain/product-name'],
    ['src/ui/A.tsx', './B'],
    ['src/ui/work/A.tsx', '@/domain/signal/signal-vocabulary'],
    ['src/ui/work/A.tsx', '../B'],
    ['src/features/tasks/A.tsx', '@/ui/work/B'],
    ['src/data/tasks/a.ts', '../client'],
    ['src/data/a.ts', '@supabase/supabase-js'],
    ['src/lib/a.ts', 'zustand/vanilla'],
    ['src/features/tasks/A.tsx', './B'],
    ['src/features/tasks/A.tsx', '@/domain/addresses/paths'],
    ['src/app/routes/ARoute.tsx', '@/features/tasks/B'],
    ['src/main.tsx', './app/start'],
  ])('allows that %s imports %s', (path, target) => {
    expect(verdict(path, target)).toEqual([])
  })
  it('sees every form of import, and none in a comment', () => {
    const text = [
      `import 'a'`,
      `import type { B } from "b"`,
      `import {\n  c,\n} from 'c'`,
      `export { d } from 'd'`,
      `const e = () => import('e')`,
      `// import 'f'`,
      `/* from 'g' */`,
    ].join('\n')
    expect(importsOf(text)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

describe('barrels', () => {
  it('do not exist', () => {
    expect(barrels(readAppCode())).toEqual([])
  })
  it('are found by name and by content', () => {
    expect(barrels([file('src/ui/index.ts', 'export const a = 1')])).toHaveLength(1)
    expect(barrels([file('src/ui/all.ts', `// all\nexport * from './A'\nexport { b } from './b'`)])).toHaveLength(1)
    expect(barrels([file('src/ui/a.ts', `export { b } from './b'\nexport const a = 1`)])).toEqual([])
  })
})

describe('a package that is imported', () => {
  it('has a line of its own in package.json: what comes along with another may stay away with its next version', () => {
    const stack = readSourceFiles('supabase', ['.ts']).filter(({ path }) => !path.endsWith('.test.ts'))
    expect(undeclaredPackages([...readAppCode(), ...stack], new Set(Object.keys(dependencies)))).toEqual([])
  })
  it('is seen by its own name', () => {
    const text = `import a from 'node:fs'\nimport b from './b'\nimport c from '@/ui/c'\nimport d from '@rc/d/e'\nimport f from 'f/g'`
    expect(undeclaredPackages([file('a.ts', text)], new Set(['f']))).toEqual(['a.ts imports @rc/d'])
  })
})
