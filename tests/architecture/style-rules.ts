import type { SourceFile } from './source-files'
import { withoutComments } from './source-files'

interface StyleRule {
  readonly selector: string
  readonly declarations: readonly string[]
}

/** The innermost rules of a style sheet; what media they stand in does not matter here. */
function rulesOf({ text }: SourceFile): StyleRule[] {
  return [...withoutComments(text).matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
    selector: selector.trim().replace(/\s+/g, ' '),
    declarations: body
      .split(';')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter((line) => line !== ''),
  }))
}

function complaints(files: readonly SourceFile[], isWrong: (declaration: string) => boolean, what: string): string[] {
  return files.flatMap((file) =>
    rulesOf(file).flatMap(({ selector, declarations }) =>
      declarations.filter(isWrong).map((line) => `${file.path} ${selector} ${what}: ${line}`),
    ),
  )
}

const SPACING =
  /^(?:margin|padding|gap|row-gap|column-gap|inset|top|right|bottom|left|scroll-margin|scroll-padding)\b[\w-]*:|^border(?:-\w+)*-radius:/
/** Hairlines are not spacing. */
const OWN_LENGTH = /(?<![\w-])(?!1px)\d*\.?\d+(?:px|r?em)\b/

/** Margins, paddings, gaps, insets and radii that are not steps of the theme. */
export function spacingLiterals(styles: readonly SourceFile[]): string[] {
  return complaints(styles, (line) => SPACING.test(line) && OWN_LENGTH.test(line), 'has a space of its own')
}

/** Sizes of type beside those of the theme. */
export function fontSizeLiterals(styles: readonly SourceFile[]): string[] {
  const isWrong = (line: string) =>
    /^font(?:-size)?:/.test(line) && !/^font(?:-size)?: (?:inherit|var\(--text-)/.test(line)
  return complaints(styles, isWrong, 'has a size of its own')
}

const INLINE =
  /\bstyle=\{\{[^}]*\b(?:margin|padding|gap|inset|top|right|bottom|left|fontSize|borderRadius)\w*:\s*(?:[\d-]|['"`][^'"`]*\dpx)/

/** Spaces written into a component, where no phone and no printout can change them. */
export function inlineSpacing(code: readonly SourceFile[]): string[] {
  return code
    .filter(({ path, text }) => path.endsWith('.tsx') && INLINE.test(withoutComments(text)))
    .map(({ path }) => `${path} has a space in style={{…}}: it belongs into a style sheet or a part of ui/`)
}

/** Pages laid out otherwise at a width that is no breakpoint, and queries asked past use-media-query. */
export function otherBreakpoints(
  styles: readonly SourceFile[],
  code: readonly SourceFile[],
  widths: readonly number[],
): string[] {
  const own = styles.flatMap(({ path, text }) =>
    [...withoutComments(text).matchAll(/@media[^{]*\b(?:min|max)-width:\s*([\d.]+)(\w+)/g)]
      .filter(([, width, unit]) => unit !== 'px' || !widths.includes(Number(width)))
      .map(([query]) => `${path} has a breakpoint of its own: ${query}`),
  )
  const asked = code
    .filter(({ path }) => path !== 'src/ui/use-media-query.ts')
    .filter(({ text }) => /\bmatchMedia\b|\((?:min|max)-width:/.test(withoutComments(text)))
    .map(({ path }) => `${path} asks for the width by itself: use ui/use-media-query`)
  return [...own, ...asked]
}

/** Custom properties: those used and set nowhere, and those set and used nowhere. `themed` are set by the theme. */
export function strayProperties(
  styles: readonly SourceFile[],
  code: readonly SourceFile[],
  themed: readonly string[],
): string[] {
  const css = styles.map(({ text }) => withoutComments(text)).join('\n')
  const all = `${css}\n${code.map(({ text }) => withoutComments(text)).join('\n')}`
  const set = new Set([...themed, ...[...all.matchAll(/(?<=[\s{;'])(--[\w-]+)'?\s*:/g)].map(([, name = '']) => name)])
  const used = new Set([...all.matchAll(/var\((--[\w-]+)[),]/g)].map(([, name = '']) => name))
  // Vocabularies name their colours ('--signal-red'), and some names are put together (`--tone-${tone}`).
  const named = (name: string) =>
    all.includes(`'${name}'`) ||
    [...all.matchAll(/(--[\w-]+)\$\{[^}]*\}(-[\w-]+)?/g)].some(
      ([, start = '', end = '']) => name.startsWith(start) && name.endsWith(end),
    )
  return [
    ...[...used].filter((name) => !set.has(name)).map((name) => `${name} is used and never set`),
    ...[...set].filter((name) => !used.has(name) && !named(name)).map((name) => `${name} is set and never used`),
  ]
}

/** Classes of CSS modules that none of their importers names, and names that no class has. */
export function strayClasses(styles: readonly SourceFile[], code: readonly SourceFile[]): string[] {
  const modules = new Map(styles.filter(({ path }) => path.endsWith('.module.css')).map((file) => [file.path, file]))
  const named = new Map([...modules.keys()].map((path) => [path, new Set<string>()]))
  const wrong: string[] = []
  for (const { path, text } of code) {
    for (const [, name = '', from = ''] of text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      const target = resolve(path, from)
      const classes = classesOf(modules.get(target))
      const direct = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, one = '']) => one)
      // `styles[tone]` names whatever is said in quotes or as a key of a table.
      const indirect = text.includes(`${name}[`) ? classes : []
      wrong.push(...direct.filter((one) => !classes.includes(one)).map((one) => `${path} names no class: .${one}`))
      for (const one of [...direct, ...indirect]) named.get(target)?.add(one)
    }
  }
  const unused = [...modules].flatMap(([path, file]) =>
    classesOf(file)
      .filter((one) => named.get(path)?.has(one) !== true)
      .map((one) => `${path} .${one} is used by nobody`),
  )
  return [...wrong, ...unused]
}

function resolve(from: string, to: string): string {
  return new URL(to.replace(/^@\//, '/src/'), `file:///${from}`).pathname.slice(1)
}

function classesOf(file: SourceFile | undefined): string[] {
  if (file === undefined) return []
  const selectors = rulesOf(file).map(({ selector }) => selector.replace(/:global\([^)]*\)/g, ''))
  return [...new Set(selectors.flatMap((one) => [...one.matchAll(/\.([A-Za-z]\w*)/g)].map(([, name = '']) => name)))]
}

/** Classes that stand in no module, each with what it says. */
function sharedRules(styles: readonly SourceFile[]): StyleRule[] {
  const plain = styles.filter(({ path }) => !path.endsWith('.module.css')).flatMap(rulesOf)
  return plain.filter(({ selector }) => /^\.(?!ant-)\w+\b/.test(selector))
}

/** Words in `className="…"` that no shared class has, shared classes that nobody names, and rules of modules that say what one says. */
export function strayShared(styles: readonly SourceFile[], code: readonly SourceFile[]): string[] {
  const shared = sharedRules(styles)
  const names = shared.map(({ selector }) => /\w+/.exec(selector)?.[0] ?? '')
  const named = code
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/className="([^"]*)"/g)].flatMap(([, all = '']) =>
        all.split(' ').map((one) => ({ path, one })),
      ),
    )
  const texts = code.map(({ text }) => text).join('\n')
  const copies = styles
    .filter(({ path }) => path.endsWith('.module.css'))
    .flatMap((file) =>
      rulesOf(file)
        .filter(({ selector }) => /^\.\w+(?:, \.\w+)*$/.test(selector))
        .flatMap(({ selector, declarations }) =>
          shared
            .filter(
              ({ declarations: said }) =>
                declarations[0] === said[0] && declarations.every((one) => said.includes(one)),
            )
            .map((rule) => `${file.path} ${selector} says what ${rule.selector} says`),
        ),
    )
  return [
    ...named.filter(({ one }) => !names.includes(one)).map(({ path, one }) => `${path} names no shared class: ${one}`),
    ...names.filter((one) => !new RegExp(`["' \`]${one}["' \`]`).test(texts)).map((one) => `.${one} is used by nobody`),
    ...copies,
  ]
}

const FEWEST = 3

/** Rules that stand word for word in two style sheets: a part missing in ui/. */
export function copiedRules(styles: readonly SourceFile[]): string[] {
  const places = new Map<string, string[]>()
  for (const file of styles) {
    for (const { selector, declarations } of rulesOf(file)) {
      if (declarations.length < FEWEST) continue
      const body = declarations.toSorted().join('; ')
      places.set(body, [...(places.get(body) ?? []), `${file.path} ${selector}`])
    }
  }
  return [...places]
    .filter(([, where]) => new Set(where.map((one) => one.split(' ', 1)[0])).size > 1)
    .map(([body, where]) => `${where.join(' and ')} are copies: { ${body} }`)
}
