import type { SourceText } from './source-text'
import type { ParsedTarget, TargetComparator } from './types'

const AMOUNT =
  '(\\d{1,9}(?:\\.\\d{1,4})?)\\s?((?:万|亿|千)?(?:%|‰|个百分点|次|场|期|个(?!月|工作日)|家|项|件|条|篇|户|人次|人|名|处|所|座|张|套|份|批|公里|平方米|亩|吨|万元|元|间|辆|台|小时|天|分钟|倍|万|亿))'
const BEFORE =
  '(至少|不少于|不低于|不小于|不超过|不高于|不多于|达到|达|超过|突破|高于|大于|低于|少于|控制在|保持|稳定在|实现|完成)'
const TARGET = new RegExp(`(?:${BEFORE}[^\\d,。;、]{0,6})?${AMOUNT}(以上|以下|以内|左右)?`, 'g')

const COMPARATORS: readonly (readonly [RegExp, TargetComparator])[] = [
  [/至少|不少于|不低于|不小于|以上/, 'at_least'],
  [/不超过|不高于|不多于|以下|以内|控制在/, 'at_most'],
  [/超过|突破|高于|大于/, 'more_than'],
  [/低于|少于/, 'less_than'],
]

/** Finds the quantities a task promises: at least two times, 100 %, 45 kindergartens. */
export function findTargets(text: SourceText, start: number, end: number): ParsedTarget[] {
  const folded = text.folded.slice(start, end)
  const found: ParsedTarget[] = []
  for (const match of folded.matchAll(TARGET)) {
    const written = `${match[1] ?? ''}${match[4] ?? ''}`
    const unit = match[3] ?? ''
    const isPromise =
      written !== '' ||
      /[%次场]/.test(unit) ||
      /(?:新增|新建|建成|建设|培育|打造|创建|引进|开展|组织|举办|新改扩建|改造)[^\d,。;]{0,12}$/.test(
        folded.slice(Math.max(0, match.index - 16), match.index),
      )
    if (!isPromise || /[第〔[\d.]\s*$/.test(folded.slice(0, match.index).slice(-1))) continue
    found.push({
      text: text.source.slice(start + match.index, start + match.index + match[0].length),
      quantity: Number(match[2]),
      unit,
      comparator: COMPARATORS.find(([words]) => words.test(written))?.[1] ?? 'equal',
      start: start + match.index,
      end: start + match.index + match[0].length,
    })
  }
  return found
}

const ONGOING =
  /持续推进|长期坚持|长期推进|长期开展|常年坚持|持续开展|长期实施|持续实施|全年推进|贯穿全年|持续落实|长期|持续|全年|常态化/

/** Whether a 完成时限 says the work never ends. */
export function isOngoingTime(folded: string): boolean {
  return ONGOING.test(folded)
}

/** Whether a task's words say that it goes on without an end. */
export function isOngoingText(folded: string): boolean {
  return /持续推进|长期坚持|长期推进|常抓不懈|长期实施/.test(folded)
}
