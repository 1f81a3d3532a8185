import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlanDocument } from './parse-plan-document'
import type { ParsedPlan, ParsedTask } from './types'

function read(name: string): string {
  return readFileSync(new URL(`../../../tests/fixtures/plan-documents/${name}.txt`, import.meta.url), 'utf8')
}

function planIn(source: string): ParsedPlan {
  const [plan] = parsePlanDocument(source).plans
  if (plan === undefined) throw new Error('no plan')
  return plan
}

const planOf = (name: string): ParsedPlan => planIn(read(name))
const unitsOf = (task: ParsedTask | undefined): string[] => task?.units.map((unit) => `${unit.name}:${unit.role}`) ?? []
const placesOf = (plan: ParsedPlan): string[] => plan.tasks.map((task) => `${task.section} ${task.number}`)

describe('numbering', () => {
  it('lets "1." stand above "（一）" where a document uses them so', () => {
    const plan = planOf('chapters-in-arabic')
    expect(plan.sections.map((section) => `${section.number} ${section.title}`)).toEqual([
      '1 党建引领方面',
      '2 经济发展方面',
    ])
    expect(placesOf(plan)).toEqual(['1 （一）', '1 （二）', '2 （一）', '2 （二）'])
  })

  it('keeps "1." below "（一）" where chapters only vary in their numbering', () => {
    const plan = planIn(
      '2022年工作要点\n一、公开\n1.公开预算，按月更新。（责任单位：区财政局）\n2.公开规划，全文发布。（责任单位：区规划局）\n' +
        '二、解读\n（一）解读政策，同步发布。（责任单位：区府办）\n（二）解读规划，按时发布。（责任单位：区规划局）\n' +
        '三、回应\n1.回应关切，及时发声。（责任单位：区府办）\n2.做好热线，按时办结。（责任单位：区信访局）\n',
    )
    expect(placesOf(plan)).toEqual(['一 1', '一 2', '二 （一）', '二 （二）', '三 1', '三 2'])
  })
})

describe('responsibility', () => {
  it('is read from a last sentence that says nothing else', () => {
    const plan = planOf('sentences-of-units')
    expect(placesOf(plan)).toEqual(['一 1', '一 2', '一 3', '一 4', '一 5', '一 6'])
    expect(unitsOf(plan.tasks[0])).toEqual(['区发展改革局:responsible', '各镇街:supporting'])
    expect(unitsOf(plan.tasks[1])).toEqual(['区司法局:lead', '区委编办:responsible', '区政府各部门:responsible'])
    expect(plan.tasks.slice(0, 2).map((task) => task.deadlines)).toEqual([['2022-03-31'], ['2022-06-30']])
    expect(plan.tasks[0]?.text).toBe('主动公开“十四五”规划纲要及各专项规划。')
  })

  it('is not read from sentences that say what is to be done', () => {
    const plan = planIn(
      '2022年工作要点\n一、公开\n1.公开预算。区财政局牵头，建立公开机制，各部门要配合。\n2.公开招生。区教育局负责公开学区划分。\n',
    )
    expect(plan.tasks.map(unitsOf)).toEqual([[], []])
  })

  it('of labelled lines ends where a chapter begins', () => {
    const plan = planOf('labels-before-chapter')
    expect(unitsOf(plan.tasks[2])).toEqual(['党政办:responsible', '司法所:responsible'])
    expect(placesOf(plan)).toEqual(['二 1', '二 2', '二 3', '三 1', '三 2'])
  })

  it('names units, no persons, parts names at spaces, and keeps those before a note', () => {
    const { tasks } = planOf('spoken-roles')
    expect(tasks.map(unitsOf)).toEqual([
      ['县工信局:responsible', '各乡镇:responsible'],
      ['县应急管理局:lead', '市场监管局:responsible', '经发局:responsible'],
      ['县公管局:lead', '县财政局:supporting', '县国资委:supporting'],
      ['县委宣传部:lead', '县委网信办:responsible', '县公安局:responsible'],
      ['县委组织部:lead', '县直有关单位:responsible'],
    ])
  })
})

describe('role words', () => {
  it('of two parts leave the name whole', () => {
    const plan = planIn(
      '2022年工作要点\n一、公开\n1.做好依申请公开。（县司法局负责指导，各单位落实）\n2.公开预算。（县财政局负责统筹）\n',
    )
    expect(plan.tasks.map(unitsOf)).toEqual([['县司法局:responsible', '各单位:responsible'], ['县财政局:responsible']])
  })
})

describe('years', () => {
  it('of a document without any in its head are told by when it comes into force', () => {
    const plan = planOf('year-in-force')
    expect(plan.startYear).toBe(2023)
    expect(plan.tasks.map((task) => task.milestones.map((milestone) => milestone.year))).toEqual([[2023, 2025], [2025]])
  })

  it('that head columns make each cell a milestone', () => {
    const plan = planOf('yearly-columns')
    expect(plan).toMatchObject({ startYear: 2021, endYear: 2025 })
    expect(plan.tasks[1]?.milestones.map(({ year, text }) => `${year} ${text}`)).toEqual([
      '2021 编制目录',
      '2022 归集数据10亿条',
      '2024 归集数据20亿条',
      '2025 归集数据30亿条',
    ])
    expect(plan.tasks[0]).toMatchObject({ number: '1', title: '建设一体化政务服务平台' })
  })

  it('that head columns give the dates in their cells their year', () => {
    const plan = planIn(
      '数据开放计划任务表\n序号\t重点任务\t2022年\t2023年\t责任单位\n1\t建设平台\t6月底前立项\t9月底前上线\t市大数据局\n2\t编制目录\t年底前发布\t\t市大数据局\n',
    )
    expect(plan.tasks.map((task) => task.deadlines)).toEqual([['2022-06-30', '2023-09-30'], ['2022-12-31']])
  })
})

describe('explanations', () => {
  it('of a plan are none', () => {
    expect(parsePlanDocument(read('other-explanation'))).toMatchObject({ kind: 'other', plans: [] })
  })

  it('of what has come of a plan are none, even with its units', () => {
    const report =
      '2022年政务公开工作要点落实情况自查报告\n一、开展情况\n（一）公开财政信息。已公开。（责任单位：区财政局）\n（二）公开教育信息。已公开。（责任单位：区教育局）\n'
    expect(parsePlanDocument(report)).toMatchObject({ kind: 'other', plans: [] })
    expect(parsePlanDocument(report.replace('落实情况自查报告', '')).kind).toBe('plan')
  })
})
