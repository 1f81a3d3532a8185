import { describe, expect, it } from 'vitest'
import { EMBEDS } from '../../supabase/embeds'
import { REST_OPERATORS } from '../../supabase/local/gateway/rest-operators'
import { readAppCode, withoutComments, type SourceFile } from './source-files'

/** Every filter of postgrest-js by the operator that it sends; those with a name that lists have too need a column. */
const FILTERS: Readonly<Record<string, RegExp>> = {
  ...Object.fromEntries(
    [
      'eq',
      'neq',
      'gt',
      'gte',
      'lt',
      'lte',
      'ilike',
      'in',
      'is',
      'isDistinct',
      'likeAllOf',
      'likeAnyOf',
      'ilikeAllOf',
      'ilikeAnyOf',
      'notIn',
      'containedBy',
      'rangeGt',
      'rangeGte',
      'rangeLt',
      'rangeLte',
      'rangeAdjacent',
      'overlaps',
      'textSearch',
      'regexMatch',
      'regexIMatch',
    ].map((name) => [name, new RegExp(`\\.${name}\\(`)]),
  ),
  like: /\.like\(/,
  contains: /\.contains\(/,
  match: /\.match\(\{/,
  not: /\.not\(\s*['"`]/,
  filter: /\.filter\(\s*['"`]/,
}

/** The operators in the text of an `.or(…)`. */
const IN_LOGIC = /\b[a-z_]+\.([a-z]+)\.(?=\$\{)/g

function operatorsUsed(files: readonly SourceFile[]): string[] {
  const found = files.flatMap(({ text }) => {
    const code = withoutComments(text)
    const inLogic = [...code.matchAll(/\.or\(\s*(['"`])(.*?)\1/gs)].flatMap(([, , logic = '']) =>
      [...logic.matchAll(IN_LOGIC)].map(([, operator = '']) => operator),
    )
    return [...Object.entries(FILTERS).flatMap(([name, pattern]) => (pattern.test(code) ? [name] : [])), ...inLogic]
  })
  return [...new Set(found)].sort()
}

const rooms = readAppCode().filter(({ path }) => path.startsWith('src/data/'))

describe('the operators that the gateway of the embedded stack lets through', () => {
  it('are those that the app uses, no more and no fewer', () => {
    expect(operatorsUsed(rooms)).toEqual([...REST_OPERATORS.keys()].sort())
  })
  it('are found in calls and in logic', () => {
    const text = "x.from('a').like('b', 'c').not('d', 'is', null).or(`e.fts.${f},g.gt.${h}`) // .lt("
    expect(operatorsUsed([{ path: 'a.ts', text }])).toEqual(['fts', 'gt', 'like', 'not'])
    expect(operatorsUsed([{ path: 'a.ts', text: 'list.filter((each) => each).map(String)' }])).toEqual([])
  })
})

/** The tables that are embedded in the text of a select: `alias:table!hint(…)`. */
function embedsUsed(files: readonly SourceFile[]): string[] {
  const selects = files.flatMap(({ text }) =>
    [...withoutComments(text).matchAll(/['`]([a-z$][^'`\n]*[a-z]\([^'`\n]*)['`]/g)].map(([, select = '']) => select),
  )
  const names = selects.flatMap((select) =>
    [...select.matchAll(/(?:^|[\s,(:])([a-z_]+)(?:![a-z_]+)*\((?=[a-z$])/g)].map(([, name = '']) => name),
  )
  return [...new Set(names)].sort()
}

it('the tables that the gateway lets one embed are those that the app embeds', () => {
  const listed = [...new Set(Object.values(EMBEDS).flat())].sort()
  expect(embedsUsed(rooms.filter(({ path }) => !path.endsWith('error-messages.ts')))).toEqual(listed)
})

const TRANSFORMS =
  /\.(?:csv|geojson|explain|rollback|maxAffected|upsert|head|returns)\(|referencedTable|foreignTable|\bhead: true|\bget: true|defaultToNull/

it('nothing else is asked of PostgREST that the gateway refuses', () => {
  const spread = /select\([^)]*(?:::|->|\.count\(\)|\.\.\.)/
  expect(
    rooms.filter(({ text }) => TRANSFORMS.test(withoutComments(text)) || spread.test(text)).map(({ path }) => path),
  ).toEqual([])
})
