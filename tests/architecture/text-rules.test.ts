import { describe, expect, it } from 'vitest'
import { readAppCode, readSourceFiles } from './source-files'
import {
  colourLiterals,
  columnsInPages,
  handmadeMutations,
  handmadeStates,
  impureDomain,
  linkButtons,
  longFiles,
  misnamedFiles,
} from './text-rules'

const code = readAppCode()
const styles = readSourceFiles('src', ['.css'])
const file = (path: string, text: string) => ({ path, text })

describe('domain', () => {
  it('is a plain function of its arguments', () => {
    expect(impureDomain(code)).toEqual([])
  })
  it.each([
    'const now = Date.now()',
    'const now = new Date()',
    'const now = new Date',
    'const id = crypto.randomUUID()',
    'const x = Math.random()',
    "await fetch('/x')",
    "localStorage.getItem('x')",
    'window.location',
    "document.querySelector('p')",
  ])('may not say %s', (text) => {
    expect(impureDomain([file('src/domain/a.ts', text)])).toHaveLength(1)
  })
  it('may make a date from an argument, and other rooms may read the clock', () => {
    expect(impureDomain([file('src/domain/a.ts', 'new Date(text) // not Date.now()')])).toEqual([])
    expect(impureDomain([file('src/domain/a.ts', 'document.title')])).toEqual([])
    expect(impureDomain([file('src/ui/a.ts', 'new Date()')])).toEqual([])
  })
})

describe('colours', () => {
  it('are written in the theme only', () => {
    expect(colourLiterals([...code, ...styles])).toEqual([])
  })
  it.each([
    ['src/ui/a.css', '.a { color: #fff; }'],
    ['src/ui/a.css', '.a { background: white; }'],
    ['src/ui/a.css', '.a { border: 1px solid gray; }'],
    ['src/ui/A.tsx', "const blue = '#1f4b8f'"],
    ['src/ui/A.tsx', 'fill="rgba(0, 0, 0, 0.5)"'],
    ['src/ui/A.tsx', '<Tag color="green">'],
    ['src/ui/A.tsx', "<p style={{ color: 'red' }}>"],
  ])('are found in %s: %s', (path, text) => {
    expect(colourLiterals([file(path, text)])).toHaveLength(1)
  })
  it.each([
    ['src/app/theme.ts', "const blue = '#1f4b8f'"],
    ['src/ui/a.css', '.a { color: var(--signal-red); }'],
    ['src/ui/A.tsx', '<a href="#page">'],
    ['src/ui/A.tsx', '<Mark signal="red" style={{ color: `var(--signal-red)` }} />'],
    ['src/ui/a.css', '.a { white-space: nowrap; }'],
  ])('are not seen where there are none: %s %s', (path, text) => {
    expect(colourLiterals([file(path, text)])).toEqual([])
  })
})

describe('a button that reads as a link', () => {
  it('is ui/TextButton', () => {
    expect(linkButtons(code)).toEqual([])
    expect(linkButtons([file('src/ui/A.tsx', '<Button type="link" size="small">')])).toHaveLength(1)
    expect(linkButtons([file('src/ui/A.tsx', '<Button type="text">')])).toEqual([])
  })
})

describe('state', () => {
  it('is kept in stores and copies that are made in one place', () => {
    expect(handmadeStates(code)).toEqual([])
  })
  it.each([
    ['src/features/a/saver.ts', 'private readonly listeners = new Set<() => void>()'],
    ['src/features/a/B.tsx', "localStorage.setItem('draft', text)"],
    ['src/lib/autosave.ts', "localStorage.setItem('draft', text)"],
  ])('is not kept by hand in %s: %s', (path, text) => {
    expect(handmadeStates([file(path, text)])).toHaveLength(1)
  })
})

describe('files', () => {
  it('can be read in one go', () => {
    expect(longFiles([...code, ...styles])).toEqual([])
    expect(longFiles([file('src/a.ts', 'x\n'.repeat(251))])).toHaveLength(1)
    expect(longFiles([file('src/a.ts', 'x\n'.repeat(250))])).toEqual([])
  })
  it('are named so that one can guess what is in them', () => {
    expect(misnamedFiles([...code, ...styles])).toEqual([])
    expect(misnamedFiles([file('src/ui/dataTable.tsx', '')])).toHaveLength(1)
    expect(misnamedFiles([file('src/ui/Table.tsx', 'export function Other() {}')])).toHaveLength(1)
    expect(misnamedFiles([file('src/data/Client.ts', 'export const Client = 1')])).toHaveLength(1)
    expect(misnamedFiles([file('src/app/routes/TaskRoute.tsx', 'export function Component() {}')])).toEqual([])
  })
})

describe('a write', () => {
  it('is made by defineCommand or defineWrite', () => {
    expect(handmadeMutations(code)).toEqual([])
  })
  it('is found where it is made by hand', () => {
    const byHand = (path: string) => handmadeMutations([file(path, 'return useMutation({ mutationFn })')])
    expect(byHand('src/data/plans/mutations.ts')).toHaveLength(1)
    expect(byHand('src/features/plans/ClosePlanButton.tsx')).toHaveLength(1)
    expect(byHand('src/data/define-command.ts')).toEqual([])
    expect(handmadeMutations([file('src/data/a.ts', 'queryClient.invalidateQueries()')])).toHaveLength(1)
  })
})

describe('a list of columns', () => {
  it('stands in a file of its own', () => {
    expect(columnsInPages(code)).toEqual([])
  })
  it('is found in a page', () => {
    const text = 'const columns: DataColumn<Unit>[] = []'
    expect(columnsInPages([file('src/features/units/UnitTable.tsx', text)])).toHaveLength(1)
    expect(columnsInPages([file('src/features/units/unit-columns.tsx', text)])).toEqual([])
  })
})
