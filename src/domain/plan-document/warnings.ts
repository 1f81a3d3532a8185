import { isDamaged } from './doubts'
import type { ParsedPlan, ParseWarning } from './types'

/** What the clerk should know about the document as a whole. */
export function warningsOf(source: string, longest: number, plans: readonly ParsedPlan[]): ParseWarning[] {
  const warnings: ParseWarning[] = []
  if (source.length > longest) {
    warnings.push({ code: 'too_long', message: `文件太长，只读取了前${longest / 10_000}万字。` })
  }
  const tasks = plans.flatMap((plan) => plan.tasks)
  if (plans.length > 1) warnings.push({ code: 'several_plans', message: `文件里有${plans.length}个计划，请分别导入。` })
  if (tasks.length > 0 && tasks.every((task) => task.units.length === 0))
    warnings.push({ code: 'no_units', message: '没有一项任务写明责任单位。' })
  if (plans.some((plan) => plan.startYear === null))
    warnings.push({ code: 'no_year', message: '没有找到计划的年份，没有写年份的日期都未计入。' })
  if (isDamaged(source)) warnings.push({ code: 'text_damaged', message: '原文有乱码，请对照原件检查。' })
  if (
    tasks.some((task) => task.doubts.some((doubt) => doubt.code === 'number_gap' || doubt.code === 'number_missing'))
  ) {
    warnings.push({ code: 'numbers_missing', message: '编号不连续，可能有任务缺漏。' })
  }
  return warnings
}
