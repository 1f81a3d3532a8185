import type { AmendingDeed } from './demo-acts'
import { dayIn, officeTime, workdayFrom } from './demo-calendar'

/** How far the office day has gone when the lead office changes a plan. */
const MORNING = 0.2

interface Amendment extends Omit<AmendingDeed, 'at' | 'plan_id'> {
  on: string
}

const ANNUAL: readonly Amendment[] = [
  {
    on: '03-12',
    deed: 'reword',
    number: '（七）',
    detail: '低保标准调整的，10个工作日内更新。',
    reason: '按省民政厅新要求补充更新时限。',
  },
  {
    on: '04-16',
    deed: 'withdraw_task',
    number: '（十六）',
    detail: '',
    reason: '与五年行动计划“建设政务公开专区”重复，并入该任务推进。',
  },
  {
    on: '05-12',
    deed: 'add_unit',
    number: '（六）',
    detail: '县数据局',
    reason: '查询页面需接入县政务数据平台，增加配合单位。',
  },
  {
    on: '06-09',
    deed: 'withdraw_unit',
    number: '（一）',
    detail: '县水利局',
    reason: '水利项目进度并入县发改局统一公布，县水利局不再单独报送。',
  },
  {
    on: '09-11',
    deed: 'amend_due',
    number: '（六）',
    detail: '10-31',
    reason: '省级医保平台接口升级推迟，经县政府同意顺延一个月。',
  },
  {
    // It was due at the end of September: what becomes of that date is for the lead office to say, which it has not done yet.
    on: '10-15',
    deed: 'add_unit',
    number: '（十二）',
    detail: '县数据局',
    role: 'responsible',
    reason: '常见问题库接入县政务数据平台，由县数据局共同负责。',
  },
]

/** All in the first weeks of the year, which a demo has always behind it; the milestones of the years before are past by then. */
const FIVE_YEAR: readonly Amendment[] = [
  {
    on: '02-10',
    deed: 'add_unit',
    number: '5',
    detail: '县审计局',
    role: 'responsible',
    reason: '审计结果公开并入财政资金公开，增加责任单位。',
  },
  {
    on: '02-11',
    deed: 'add_unit',
    number: '7',
    detail: '县卫生健康局',
    role: 'responsible',
    earlierDues: 'not_tracked',
    reason: '就医事项纳入办事指南，增加责任单位；以前年度的节点不再跟踪。',
  },
]

/** What the lead office changes in the annual plan in the course of its year. */
export function annualAmendments(planId: string, year: number): AmendingDeed[] {
  return inYear(ANNUAL, planId, year)
}

/** What it changes in the five-year plan in the same year. */
export function fiveYearAmendments(planId: string, year: number): AmendingDeed[] {
  return inYear(FIVE_YEAR, planId, year)
}

function inYear(amendments: readonly Amendment[], planId: string, year: number): AmendingDeed[] {
  return amendments.map(({ on, ...amendment }) => ({
    ...amendment,
    plan_id: planId,
    at: officeTime(workdayFrom(dayIn(year, on)), MORNING),
    detail: amendment.deed === 'amend_due' ? dayIn(year, amendment.detail) : amendment.detail,
  }))
}
