import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

const CLOCK_AND_CHANCE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\s*\(/, 'reads the clock'],
  [/\bnew\s+Date\s*(?:\(\s*\)|(?!\s*\())/, 'reads the clock'],
  [/\bperformance\.now\s*\(/, 'reads the clock'],
  [/\bMath\.random\s*\(/, 'rolls dice'],
  [/\bcrypto\.(?:randomUUID|getRandomValues)\b/, 'rolls dice'],
  [/\bfetch\s*\(/, 'goes to the network'],
  [/\b(?:localStorage|sessionStorage|indexedDB)\b/, 'keeps state'],
  [/\b(?:window|globalThis|process)\.[a-z]/, 'touches its surroundings'],
  // A plan document is called `document` too; only what pages have counts.
  [
    /\bdocument\.(?:querySelector|getElement|createElement|cookie|body|documentElement|addEventListener)/,
    'touches the page',
  ],
]

/** Domain code that is not a plain function of its arguments. */
export function impureDomain(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('src/domain/'))
    .flatMap(({ path, text }) =>
      CLOCK_AND_CHANCE.filter(([pattern]) => pattern.test(withoutComments(text))).map(([, what]) => `${path} ${what}`),
    )
}

const THEME = ['src/app/theme.ts', 'src/app/theme.css']
const HEX_COLOUR = /(?<![&\w#])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])/i
const COLOUR_FUNCTION = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(\s*[\d.]/i
const NAMED_COLOUR =
  /(?:colou?r|background|fill|stroke|border\w*)['"]?\s*[:=]\s*\{?\s*['"]?[^;'"\n]*\b(?:red|green|blue|yellow|orange|grey|gray|black|white|gold|cyan|magenta|purple|volcano|lime|geekblue)\b(?!-)/i

/** Colours written anywhere but in the theme. */
export function colourLiterals(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !THEME.includes(path))
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .split('\n')
        .filter((line) => HEX_COLOUR.test(line) || COLOUR_FUNCTION.test(line) || hasNamedColour(path, line))
        .map((line) => `${path} writes a colour: ${line.trim()}`),
    )
}

/** Names of signals are colour names too, so words are only looked for where they can only be colours. */
function hasNamedColour(path: string, line: string): boolean {
  const styled = line.replace(/var\([^)]*\)/g, '')
  return (path.endsWith('.css') || /\b(?:style|color|fill|stroke)=/.test(styled)) && NAMED_COLOUR.test(styled)
}

/** Buttons that read as links but are the component library's: higher than the words around them, and without a finger's room. */
export function linkButtons(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ text }) => /\btype=\{?['"]link['"]/.test(withoutComments(text)))
    .map(({ path }) => `${path} has a button of type link: use ui/TextButton`)
}

/** Where a mutation is made by hand: the one maker of all others with what it reads again, and the save that goes on while somebody types. */
const MAKES_MUTATIONS = ['src/data/define-command.ts', 'src/data/refresh.ts', 'src/data/reports/save-draft.ts']

/** Writes that decide for themselves what they make old and who tells of a failure. */
export function handmadeMutations(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !MAKES_MUTATIONS.includes(path))
    .filter(({ text }) => /\b(?:useMutation|MutationObserver|invalidateQueries)\b/.test(withoutComments(text)))
    .map(({ path }) => `${path} makes a mutation by hand: use defineCommand or defineWrite`)
}

/** What else keeps something in the browser, each under a key with its person in it. */
const KEEPS_IN_BROWSER = ['src/lib/device-copy.ts', 'src/features/review/return-phrases.ts']

/** State kept by hand: stores with listeners of their own, and copies of what is typed beside the one that knows whose it is. */
export function handmadeStates(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const code = withoutComments(text)
    return [
      ...(/\bnew Set<\(/.test(code) ? [`${path} keeps listeners by hand: use a store of zustand`] : []),
      ...(/\blocalStorage\b/.test(code) && !KEEPS_IN_BROWSER.includes(path)
        ? [`${path} keeps something in the browser by hand: use lib/device-copy`]
        : []),
    ]
  })
}

/** Lists of columns that stand inside a page, where a sheet or a printout cannot take them from. */
export function columnsInPages(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => path.startsWith('src/features/') && !path.endsWith('-columns.tsx'))
    .filter(({ text }) => /\bDataColumn\b/.test(withoutComments(text)))
    .map(({ path }) => `${path} lists columns: they belong into a file of their own, …-columns.tsx`)
}

const MAX_LINES = 250

/** Files that have grown too long to be read in one go. */
export function longFiles(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}

const COMPONENT_FILE = /^[A-Z][A-Za-z0-9]*$/
const OTHER_FILE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** File names from which the content cannot be guessed: components by their export, all else in kebab case. */
export function misnamedFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const name = (path.split('/').at(-1) ?? '').replace(/(?:\.test|\.types|\.module|\.worker|\.d)?\.(?:tsx?|css)$/, '')
    if (!COMPONENT_FILE.test(name)) return OTHER_FILE.test(name) ? [] : [`${path} is neither PascalCase nor kebab-case`]
    if (path.endsWith('.ts')) return [`${path} is no component but is named like one`]
    const isRoute = path.startsWith('src/app/routes/')
    const exportName = isRoute ? 'Component' : name
    const isExported = new RegExp(`export (?:async )?(?:function|const|class) ${exportName}\\b`).test(text)
    return path.endsWith('.css') || isExported ? [] : [`${path} does not export ${exportName}`]
  })
}
