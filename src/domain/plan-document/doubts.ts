import type { YearRange } from './milestones'
import type { TaskContent } from './read-task'
import { roleAtEnd } from './roles'
import { parseNumeral } from './numerals'
import type { SourceText } from './source-text'
import type { ParseDoubt, ParsedUnit } from './types'
import { looksLikeUnit } from './unit-shape'

interface DoubtContext {
  /** The task before this one in the plan. */
  readonly previous: TaskContent | null
  /** Other tasks of the same section name their units. */
  readonly expectsUnits: boolean
  readonly years: YearRange
}

/** What a clerk should look at before trusting a task, most serious first. */
export function doubtsOf(text: SourceText, task: TaskContent, context: DoubtContext): ParseDoubt[] {
  return [
    ...missingUnits(task, context),
    ...inheritedUnits(task),
    ...unclosedBrackets(task),
    ...task.units.flatMap((unit) => doubtOfUnit(text, unit)),
    ...jointLeads(task),
    ...numberGap(task, context),
    ...doubtfulDates(task),
    ...damagedText(text, task),
    ...emptyText(task),
  ]
}

function missingUnits(task: TaskContent, context: DoubtContext): ParseDoubt[] {
  if (task.units.length > 0 || !context.expectsUnits) return []
  return [
    {
      code: 'units_missing',
      message: '没有找到责任单位，而同一章节的其他任务写明了。',
      start: task.start,
      end: task.end,
    },
  ]
}

function inheritedUnits(task: TaskContent): ParseDoubt[] {
  if (!task.isInherited) return []
  return [
    {
      code: 'units_inherited',
      message: '责任单位写在上级标题中，按适用于本任务处理。',
      start: task.start,
      end: task.end,
    },
  ]
}

function unclosedBrackets(task: TaskContent): ParseDoubt[] {
  return task.statements
    .filter((statement) => statement.isUnclosed)
    .map(({ start, end }) => ({
      code: 'bracket_unclosed' as const,
      message: '责任单位的括号没有结束，单位可能不全或粘连。',
      start,
      end,
    }))
}

function doubtOfUnit(text: SourceText, unit: ParsedUnit): ParseDoubt[] {
  const name = text.folded.slice(unit.start, unit.end).replace(/\s/g, '')
  const at = { start: unit.start, end: unit.end }
  if (/(?:局|委|办|厅|部)(?=[省市区县州]).{2,}(?:局|委|办|厅|部|政府)$/.test(name.replace(/[([<].*?[)\]>]/g, ''))) {
    return [{ code: 'unit_unusual', message: `“${unit.name}”可能是两个单位连在一起。`, ...at }]
  }
  if (looksLikeUnit(name) && roleAtEnd(name) === null) return []
  return [{ code: 'unit_unusual', message: `“${unit.name}”不像单位名称。`, ...at }]
}

function jointLeads(task: TaskContent): ParseDoubt[] {
  return task.statements
    .filter((statement) => statement.lists.some((list) => list.hasJoint))
    .map(({ start, end }) => ({
      code: 'joint_lead' as const,
      message: '“会同”前面的单位通常是牵头单位，请确认角色。',
      start,
      end,
    }))
}

function numberGap(task: TaskContent, context: DoubtContext): ParseDoubt[] {
  if (task.number === null) {
    if (context.previous === null || context.previous.number === null) return []
    return [{ code: 'number_missing', message: '这一项没有编号，可能是原文缺漏。', start: task.start, end: task.end }]
  }
  const ordinal = ordinalOf(task.number)
  const before =
    context.previous?.number === undefined || context.previous.number === null
      ? Number.NaN
      : ordinalOf(context.previous.number)
  if (!(ordinal > before + 1) || shapeOf(task.number) !== shapeOf(context.previous?.number ?? '')) return []
  return [
    {
      code: 'number_gap',
      message: `编号从${before}跳到${ordinal}，中间可能有缺漏。`,
      start: task.start,
      end: task.start + task.number.length,
    },
  ]
}

function ordinalOf(number: string): number {
  return parseNumeral(number.normalize('NFKC').replace(/[^\d一二三四五六七八九十百〇零]/g, ''))
}

function shapeOf(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\d+/g, '1')
    .replace(/[一二三四五六七八九十百〇零]+/g, '一')
}

function doubtfulDates(task: TaskContent): ParseDoubt[] {
  return task.foundDeadlines.flatMap(({ doubt, date, text, start, end }): ParseDoubt[] => {
    if (doubt === 'month_boundary')
      return [{ code: doubt, message: `“${text}”按期末${date}计，也可能指期初之前。`, start, end }]
    return doubt === null
      ? []
      : [{ code: doubt, message: `“${text}”没有写年份，按${date.slice(0, 4)}年计。`, start, end }]
  })
}

const DAMAGE = /\uFFFD|锟斤拷|烫烫|[\uE000-\uF8FF]|[一-龥]\?[;；][一-龥]?|(?:Ã|â€|Â)./

/** Whether characters of a passage were lost when the file was converted. */
export function isDamaged(source: string): boolean {
  return DAMAGE.test(source)
}

function damagedText(text: SourceText, task: TaskContent): ParseDoubt[] {
  const match = DAMAGE.exec(text.source.slice(task.start, task.end))
  if (match === null) return []
  const start = task.start + match.index
  return [{ code: 'text_damaged', message: '原文有乱码，请对照原件。', start, end: start + match[0].length }]
}

function emptyText(task: TaskContent): ParseDoubt[] {
  if (task.text.length >= 4) return []
  return [{ code: 'text_empty', message: '几乎没有任务内容，可能是标题或没有读全。', start: task.start, end: task.end }]
}
