import { readLines } from './lines'
import type { DocumentKind } from './types'

/** What a document shows of itself. */
interface KindEvidence {
  readonly title: string
  /** The first lines. */
  readonly heads: readonly string[]
  readonly tasks: number
  readonly tasksWithUnits: number
  readonly sectionTitles: readonly string[]
}

interface KindVerdict {
  readonly kind: DocumentKind
  readonly reason: string
}

const REPORT_TITLE = /(?:年度报告|工作年报|信息公开年报|年度工作报告)(?:的?公告|的?说明)?(?:\(.*\))?$/
const REPORT_CHAPTERS = [
  /总体情况|^概述/,
  /主动公开政府信息/,
  /(?:收到和处理|依申请公开)政府信息/,
  /行政复议|行政诉讼/,
  /存在的?(?:主要)?问题/,
  /其他需要报告/,
]
const PLAN_TITLE =
  /(?:要点|行动计划|工作计划|年度计划|方案|措施|政策|分解|分工|任务清单|责任清单|目标任务|实事|意见|规划|工作安排|重点工作|任务书|责任表)/

/** A summary or a speech may say of a few things who did them. */
const LEAST_SHARE = 0.3

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/政府工作报告$|工作报告$/, '工作报告'],
  [/总结|情况(?:的)?(?:汇报|报告|通报)|工作汇报/, '工作总结或情况汇报'],
  [/(?:会议纪要|纪要)$/, '会议纪要'],
  [/(?:讲话|致辞|发言)$/, '讲话'],
  [/(?:条例|管理办法|暂行办法|规定|规则)(?:\(.*\))?$/, '规章制度'],
  [/解读$|一图读懂|答记者问/, '政策解读'],
  [/(?:通报|公示|公告|通告|批复|复函|招标|中标|任免)/, '通报、公告一类的文件'],
  [/(?:召开|举行|调研|会议).*(?:新闻|报道)?$/, '新闻报道'],
]

/** Tells plans from annual reports and from everything else. */
export function judgeKind(evidence: KindEvidence): KindVerdict {
  const title = evidence.title.replace(/\s/g, '')
  const report = judgeAnnualReport(evidence, title)
  if (report !== null) return report
  if (isExplanation(title) || isExplanation(evidence.heads[0] ?? ''))
    return { kind: 'other', reason: '看起来是政策解读：标题写明是对另一份文件的解读，任务以原文件为准。' }
  if (/情况.{0,4}(?:报告|汇报|通报|总结)$/.test(title))
    return { kind: 'other', reason: '看起来是情况报告：标题写明讲的是落实情况，任务以原文件为准。' }
  const other = OTHERS.find(([pattern]) => pattern.test(title))?.[1]
  const plan = judgePlan(evidence, title, other)
  if (plan !== null) return plan
  if (other !== undefined) return { kind: 'other', reason: `看起来是${other}，没有找到写明责任单位的任务。` }
  return { kind: 'other', reason: '没有找到编号的任务和责任单位，不像工作要点、行动计划或任务分解表。' }
}

function judgeAnnualReport(evidence: KindEvidence, title: string): KindVerdict | null {
  const chapters = REPORT_CHAPTERS.filter((pattern) => evidence.sectionTitles.some((name) => pattern.test(name))).length
  const isReportTitle =
    REPORT_TITLE.test(title) || evidence.heads.slice(0, 3).some((line) => REPORT_TITLE.test(line) && line.length < 60)
  if (!isReportTitle && chapters < 3) return null
  if (evidence.tasksWithUnits >= 3) return null
  if (PLAN_TITLE.test(title) && !isReportTitle && chapters < 4) return null
  const chapterWords = chapters >= 2 ? `，并有年度报告的固定章节（${chapters}处）` : ''
  return {
    kind: 'annual_report',
    reason: `看起来是年度报告：${isReportTitle ? '标题写明“年度报告”' : '讲的是已经做完的事'}${chapterWords}，没有可分解的任务。`,
  }
}

/** `other` is what the title would make of it if there were no tasks. */
function judgePlan(evidence: KindEvidence, title: string, other: string | undefined): KindVerdict | null {
  const { tasks, tasksWithUnits } = evidence
  const share = tasks === 0 ? 0 : tasksWithUnits / tasks
  const isPlanTitle = PLAN_TITLE.test(title)
  const isOther = other !== undefined && !isPlanTitle && share < LEAST_SHARE
  if (tasks > 0 && !isOther && (tasksWithUnits >= 2 || (share >= 0.5 && (tasks > 1 || isPlanTitle)))) {
    return {
      kind: 'plan',
      reason: `看起来是任务类文件：有${tasks}项任务，其中${tasksWithUnits}项写明了责任单位。`,
    }
  }
  const isNamedPlan = other === undefined || /要点|计划|方案/.test(title.replace(/^.*总结.*$/, ''))
  if (tasks > 1 && isPlanTitle && isNamedPlan) {
    return {
      kind: 'plan',
      reason: `看起来是任务类文件：标题像工作计划，有${tasks}项编号任务，但没有写明责任单位。`,
    }
  }
  return null
}

/** "《…工作要点》政策解读" explains a plan and is none. */
function isExplanation(line: string): boolean {
  return line.length > 8 && /(?:解读|图解|答记者问|问答)(?:材料|稿)?$/.test(line)
}

/** The first lines of a document, joined: where its own title stands. */
export function headLines(folded: string, count: number): string[] {
  return readLines(folded, 0, Math.min(folded.length, 4000))
    .slice(0, count)
    .map((line) => line.bare)
}
