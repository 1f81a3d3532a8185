import { describe, expect, it } from 'vitest'
import { applyThemeVariables } from '@/app/theme'
import { breakpoints } from '@/ui/breakpoints'
import { readAppCode, readSourceFiles } from './source-files'
import {
  copiedRules,
  fontSizeLiterals,
  inlineSpacing,
  otherBreakpoints,
  spacingLiterals,
  strayClasses,
  strayProperties,
  strayShared,
} from './style-rules'

const code = readAppCode()
const styles = readSourceFiles('src', ['.css'])
const widths = Object.values(breakpoints)
const file = (path: string, text: string) => ({ path, text })
const css = (text: string) => [file('src/ui/A.module.css', text)]

function themedNames(): string[] {
  const names: string[] = []
  applyThemeVariables({ style: { setProperty: (name) => names.push(name) } })
  return names
}

describe('spacing', () => {
  it('is a step of the theme', () => {
    expect(spacingLiterals(styles)).toEqual([])
    expect(inlineSpacing(code)).toEqual([])
  })
  it.each(['margin: 0 7px', 'padding-inline: 8px', 'gap: 1.5rem', 'top: calc(1px + 3px)', 'border-radius: 2px'])(
    'is found where it is not: %s',
    (line) => {
      expect(spacingLiterals(css(`@media print { .a { color: inherit; ${line}; } }`))).toHaveLength(1)
    },
  )
  it.each([
    'margin: 0 auto',
    'gap: 1px',
    'padding: var(--s1) var(--s4)',
    'inset: calc(-1 * var(--s2))',
    'height: 40px',
  ])('may be %s', (line) => {
    expect(spacingLiterals(css(`.a { ${line}; }`))).toEqual([])
  })
  it('is not written into components', () => {
    for (const style of ['{ marginTop: 16 }', "{ color: x, padding: '0 8px' }"])
      expect(inlineSpacing([file('src/ui/A.tsx', `<p style={${style}} />`)])).toHaveLength(1)
    expect(inlineSpacing([file('src/ui/A.tsx', '<p style={{ left: `${percent}%`, width: 80 }} />')])).toEqual([])
  })
})

describe('type', () => {
  it('has the sizes of the theme', () => {
    expect(fontSizeLiterals(styles)).toEqual([])
  })
  it('is found where it has others', () => {
    for (const line of ['font-size: 13px', 'font-size: larger', 'font: 12px serif'])
      expect(fontSizeLiterals(css(`.a { ${line}; }`))).toHaveLength(1)
    for (const line of ['font-size: var(--text-small)', 'font: inherit', 'font-weight: 600'])
      expect(fontSizeLiterals(css(`.a { ${line}; }`))).toEqual([])
  })
})

describe('breakpoints', () => {
  it('are those of the list', () => {
    expect(otherBreakpoints(styles, code, widths)).toEqual([])
  })
  it('are found where they are not', () => {
    expect(otherBreakpoints(css('@media (max-width: 700px) { .a { margin: 0; } }'), [], widths)).toHaveLength(1)
    expect(otherBreakpoints([], [file('src/ui/A.tsx', "useMediaQuery('(max-width: 640px)')")], widths)).toHaveLength(1)
    expect(otherBreakpoints(css('@media (max-width: 640px) { .a { margin: 0; } }'), [], widths)).toEqual([])
  })
})

describe('custom properties', () => {
  it('are set and used', () => {
    expect(strayProperties(styles, code, themedNames())).toEqual([])
  })
  it('are found where one of the two is missing', () => {
    expect(strayProperties(css('.a { color: var(--nothing); }'), [], [])).toEqual(['--nothing is used and never set'])
    expect(strayProperties(css(':root { --space: 8px; }'), [], ['--s1'])).toHaveLength(2)
    const tag = file('src/ui/A.tsx', 'style={{ color: `var(--tone-${tone})` }}')
    expect(strayProperties([], [tag, file('src/a.ts', "colour: '--mark'")], ['--tone-bad', '--mark'])).toEqual([])
  })
})

describe('classes', () => {
  it('are named by an importer, and what is named is a class', () => {
    expect(strayClasses(styles, code)).toEqual([])
  })
  it('are found where they are not', () => {
    const user = file('src/ui/A.tsx', "import styles from './A.module.css'\nstyles.a + styles.c")
    expect(strayClasses(css('.a > .b { margin: 0; }'), [user])).toEqual([
      'src/ui/A.tsx names no class: .c',
      'src/ui/A.module.css .b is used by nobody',
    ])
  })
})

describe('shared classes', () => {
  const shared = [file('src/app/theme.css', '.faint { color: grey; font-weight: 400; } .ant-btn { color: red; }')]
  it('are named where they are used, and what they say is said once', () => {
    expect(strayShared(styles, code)).toEqual([])
  })
  it('are found where they are not', () => {
    const user = file('src/ui/A.tsx', '<p className="feint" />')
    expect(strayShared([...shared, ...css('.a { color: grey; }')], [user])).toEqual([
      'src/ui/A.tsx names no shared class: feint',
      '.faint is used by nobody',
      'src/ui/A.module.css .a says what .faint says',
    ])
    expect(
      strayShared([...shared, ...css('.a { color: grey; margin: 0; }')], [file('src/ui/A.tsx', "'faint'")]),
    ).toEqual([])
  })
})

describe('rules', () => {
  it('stand in one style sheet', () => {
    expect(copiedRules(styles)).toEqual([])
  })
  it('are found where they stand in two, in whatever order', () => {
    const one = file('src/a.module.css', '.a { border: 0; padding: 0; font: inherit; }')
    const other = file('src/b.module.css', '.b { padding: 0; font: inherit; border: 0; }')
    expect(copiedRules([one, other])).toHaveLength(1)
    expect(copiedRules([one])).toEqual([])
  })
})
