import { nameKey } from '../plan-draft/name-key'
import { guessUnitKind } from './guess-unit-kind'
import { unitKindVocabulary, type UnitKind } from './unit-kind-vocabulary'

/** One line of a pasted list, with what stands in the way of importing it. */
export interface UnitListLine {
  /** The line in the pasted text, from 1. */
  readonly line: number
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  readonly groups: readonly string[]
  readonly problems: readonly string[]
}

/** What a name stands for already. */
export interface TakenName {
  readonly as: 'unit' | 'group' | 'alias'
  readonly name: string
}

/** Names in use, by `nameKey`. */
export type TakenNames = ReadonlyMap<string, TakenName>

const MAX_NAME = 80
const takenWords: Readonly<Record<TakenName['as'], string>> = { unit: '单位', group: '单位组', alias: '别名' }

/** Words for a kind that people write besides the label itself. */
const kindWords: Readonly<Record<string, UnitKind>> = {
  局: 'department',
  街道办: 'subdistrict',
  街道办事处: 'subdistrict',
  镇: 'town',
  乡: 'town',
  县政府: 'county_government',
  区政府: 'county_government',
  市政府: 'county_government',
  县市区: 'county_government',
  县市区政府: 'county_government',
  ...Object.fromEntries(unitKindVocabulary.entries.map(({ value, label }) => [label, value])),
}

/**
 * A pasted list, one unit a line: 名称[,类别][,别名;别名][,组;组], parted by tabs (Excel) or commas. Nothing is
 * guessed away: each line says what is wrong with it.
 */
export function parseUnitList(text: string, taken: TakenNames): UnitListLine[] {
  const rows = text
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, cells: cellsOf(content) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const body = rows.filter((row, index) => !(index === 0 && isHeading(row.cells)))
  const owners = firstLineOfEachName(body)
  return body.map(({ line, cells }) => toLine(line, cells, taken, owners))
}

function cellsOf(content: string): string[] {
  const separator = content.includes('\t') ? '\t' : /[,，]/
  return content.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

function isHeading(cells: readonly string[]): boolean {
  return ['名称', '单位', '单位名称'].includes(cells[0] ?? '')
}

function listOf(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[;；、|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** The first line on which each unit name or alias stands. */
function firstLineOfEachName(rows: readonly Row[]): Map<string, number> {
  const owners = new Map<string, number>()
  for (const { line, cells } of rows) {
    for (const name of [cells[0] ?? '', ...listOf(cells[2])]) {
      const key = nameKey(name)
      if (key !== '' && !owners.has(key)) owners.set(key, line)
    }
  }
  return owners
}

function toLine(
  line: number,
  cells: readonly string[],
  taken: TakenNames,
  owners: ReadonlyMap<string, number>,
): UnitListLine {
  const [name = '', kindWord = ''] = cells
  const aliases = listOf(cells[2])
  const groups = listOf(cells[3])
  const kind = kindOf(kindWord)
  const problems = [
    ...(name === '' ? ['缺少名称'] : []),
    ...(kind === null
      ? [`类别「${kindWord}」不认识，可写：${unitKindVocabulary.entries.map(({ label }) => label).join('、')}`]
      : []),
    ...(cells.slice(4).some((cell) => cell !== '') ? ['多于四列，请检查分隔'] : []),
    ...namesProblems(
      [name, ...aliases].filter((word) => word !== ''),
      line,
      taken,
      owners,
    ),
    ...groups.flatMap((group) => groupProblems(group, taken, owners)),
  ]
  return { line, name, kind: kind ?? guessUnitKind(name), aliases, groups, problems }

  function kindOf(word: string): UnitKind | null {
    return word === '' ? guessUnitKind(name) : (kindWords[word.replaceAll(/\s/g, '')] ?? null)
  }
}

function namesProblems(
  names: readonly string[],
  line: number,
  taken: TakenNames,
  owners: ReadonlyMap<string, number>,
): string[] {
  const keys = names.map(nameKey)
  return names.flatMap((name, index) => {
    const key = keys[index] ?? ''
    if (name.length > MAX_NAME) return [`「${name.slice(0, 10)}…」超过 ${MAX_NAME} 个字`]
    if (keys.indexOf(key) !== index) return [`「${name}」在本行重复`]
    const holder = taken.get(key)
    if (holder !== undefined)
      return [`「${name}」已是${takenWords[holder.as]}${holder.name === name ? '' : `「${holder.name}」`}`]
    const owner = owners.get(key)
    return owner !== undefined && owner !== line ? [`「${name}」与第 ${owner} 行重复`] : []
  })
}

/** A group may exist already or be made; it must not be the name of a unit. */
function groupProblems(group: string, taken: TakenNames, owners: ReadonlyMap<string, number>): string[] {
  if (group.length > MAX_NAME) return [`组名「${group.slice(0, 10)}…」超过 ${MAX_NAME} 个字`]
  const holder = taken.get(nameKey(group))
  if (holder !== undefined && holder.as !== 'group') return [`组名「${group}」已是${takenWords[holder.as]}`]
  const owner = owners.get(nameKey(group))
  return owner === undefined ? [] : [`组名「${group}」与第 ${owner} 行的单位重名`]
}
