import { findDates } from './date-expressions'
import { isOngoingTime } from './measures'
import { roleAtEnd } from './roles'
import { looksLikeUnit, withoutAndOthers } from './unit-shape'
import type { ColumnRole } from './types'

export type CellShape = 'empty' | 'number' | 'units' | 'time' | 'heading' | 'text'

const LONGEST_TIME = 24

/** What a cell's words alone say it is. */
export function shapeOfCell(folded: string): CellShape {
  const bare = folded.replace(/\s/g, '')
  if (/^[/—\-–_*]*$/.test(bare) || bare === '无') return 'empty'
  if (/^(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、]?$/.test(bare)) return 'number'
  if (isTime(bare)) return 'time'
  if (
    /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章部])/.test(
      bare,
    ) &&
    bare.length <= 60
  )
    return 'heading'
  return isUnits(folded, bare) ? 'units' : 'text'
}

function isTime(bare: string): boolean {
  if (bare.length > LONGEST_TIME) return false
  return (
    isOngoingTime(bare) ||
    findDates(bare).length > 0 ||
    /^(?:按时|即时|及时|立即|根据.*(?:安排|要求)|每[年月季])/.test(bare)
  )
}

function isUnits(folded: string, bare: string): boolean {
  if (bare.length > 400 || /[。!?]./.test(bare)) return false
  const names = folded
    .split(/[、,;\n]|\s{2,}/)
    .map((name) => name.replace(/\s/g, ''))
    .filter((name) => name !== '')
  const units = names.filter((name) => isUnitName(name))
  return units.length > 0 && units.length * 3 >= names.length * 2
}

function isUnitName(name: string): boolean {
  const word = roleAtEnd(name)
  return looksLikeUnit(withoutAndOthers(word === null ? name : name.slice(0, word.nameLength)))
}

/** How well a shape fits a column, for rows that lost their merged cells. */
export function fitOf(shape: CellShape, role: ColumnRole): number {
  if (shape === 'empty') return role === 'text' || role === 'number' ? -1 : 0
  if (shape === 'number') return role === 'number' ? 4 : -3
  if (shape === 'time') return role === 'deadline' ? 3 : -1
  if (shape === 'units')
    return role === 'lead' || role === 'responsible' || role === 'supporting'
      ? 3
      : role === 'title' || role === 'text'
        ? -1
        : 0
  if (shape === 'heading') return role === 'section' ? 4 : role === 'title' ? 3 : role === 'text' ? 1 : -2
  return role === 'text'
    ? 3
    : role === 'title'
      ? 2
      : role === 'section'
        ? 0
        : role === 'ignored' || role === 'person'
          ? 0
          : -2
}

const HEADERS: readonly (readonly [ColumnRole, RegExp])[] = [
  ['text', /^20\d\d年?度?$/],
  ['number', /^(?:序号|编号|项目序号|任务序号|号|[Nn][Oo]\.?|任务编号)$/],
  [
    'ignored',
    /备注|进展|完成情况|落实情况|资金|投资|电话|联系方式|依据|考核|督办|督查|督导|评分|分值|得分|形象进度|来源|办理结果|目前/,
  ],
  [
    'person',
    /(?:责任|牵头|分管|包保|挂钩|联系|包联|负责|市级|区级|县级).{0,3}(?:领导|人|同志|[市县区]长)$|^(?:责任人|联系人|负责人|责任领导)/,
  ],
  ['deadline', /时限|时间|期限|节点|日期|^进度(?:要求|安排)$/],
  ['supporting', /(?:配合|协办|协同|参与|参加|协助|协作).{0,3}(?:单位|部门|科室|处室|机构)/],
  ['lead', /(?:牵头|主办|主责).{0,4}(?:单位|部门|科室|处室|机构)|^牵头$/],
  [
    'responsible',
    /(?:责任|承办|落实|实施|负责|完成|主管|执行|承担).{0,4}(?:单位|部门|科室|处室|股室|机构|主体)|^(?:责任|任务|职责)?分工$|^单位$|^部门$/,
  ],
  [
    'section',
    /^(?:类别|分类|工作类别|任务类别|领域|板块|类型|[一二三]级指标|指标|重点领域|大项|工作领域|项目类别|方面|任务分类|要点|公开领域|专题|目标)$/,
  ],
  [
    'text',
    /(?:具体|主要|重点)?(?:措施|要求|内容|做法|举措|标准|目标要求|工作目标|年度目标|预期目标|实施内容|建设内容)|^具体(?:任务|工作|事项|目标)|任务分解|分解任务|细化任务|子任务|工作安排/,
  ],
  ['title', /任务|事项|项目|工作|实事|名称|要点|目标|重点|问题/],
]
const LONGEST_HEADER = 14

/** The column a heading cell announces; null when the words are no heading. */
export function roleOfHeader(folded: string): ColumnRole | null {
  if (folded.length > LONGEST_HEADER * 4) return null
  // "完成时间：6月底" says something, and "三、工作要求" is a chapter: neither heads a column.
  if (/:\s*\S/.test(folded) || /^\s*(?:[一二三四五六七八九十]{1,3}、|\d{1,3}[.、])/.test(folded)) return null
  const bare = folded.replace(/[\s:]/g, '').replace(/\([^()]*\)$/, '')
  if (bare === '' || bare.length > LONGEST_HEADER || /[。,;]/.test(bare)) return null
  return HEADERS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null
}
