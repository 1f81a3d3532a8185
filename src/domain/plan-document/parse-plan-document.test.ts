import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parsePlanDocument } from './parse-plan-document'
import type { ParsedPlan, ParsedTask } from './types'

function read(name: string): string {
  return readFileSync(new URL(`../../../tests/fixtures/plan-documents/${name}.txt`, import.meta.url), 'utf8')
}

function planOf(name: string, index = 0): ParsedPlan {
  const plan = parsePlanDocument(read(name)).plans[index]
  if (plan === undefined) throw new Error(`${name} has no plan ${index}`)
  return plan
}

const unitsOf = (task: ParsedTask | undefined): string[] => task?.units.map((unit) => `${unit.name}:${unit.role}`) ?? []
const numbersOf = (plan: ParsedPlan): (string | null)[] => plan.tasks.map((task) => task.number)
const sectionsOf = (plan: ParsedPlan): string[] =>
  plan.sections.map((section) => `${section.level} ${section.number ?? '-'} ${section.title}`)

describe('plans in running text', () => {
  it('reads the breakdown of a work report with labels in brackets', () => {
    const plan = planOf('report-breakdown')
    expect(plan).toMatchObject({
      planKind: 'task_breakdown',
      documentNumber: '青政办发〔2022〕7号',
      issuingBody: '青岩县人民政府办公室',
      issuedOn: '2022-02-18',
      startYear: 2022,
    })
    expect(numbersOf(plan)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(unitsOf(plan.tasks[2])).toEqual(['县水利局:lead', '县住建局:supporting', '青岩水务集团:supporting'])
    expect(plan.tasks[2]?.deadlines).toEqual(['2022-06-30', '2022-12-31', '2022-12-31'])
    expect(unitsOf(plan.tasks[3])).toEqual(['县住建局:lead', '城关街道:supporting', '各有关乡镇:supporting'])
    expect(plan.tasks[5]).toMatchObject({ isOngoing: true, deadlines: [] })
  })

  it('reads a plan of several years with milestones, parts and a line of units', () => {
    const plan = planOf('three-year-plan')
    expect(plan).toMatchObject({ planKind: 'action_plan', startYear: 2022, endYear: 2024 })
    expect(plan.tasks.map((task) => task.milestones.map((milestone) => milestone.year))).toEqual([
      [2023, 2024],
      [2023],
      [2023],
      [],
      [],
      [],
      [],
    ])
    expect(plan.tasks[0]?.deadlines).toEqual(['2022-12-31'])
    expect(unitsOf(plan.tasks[1])).toEqual([
      '县政务服务局:responsible',
      '县司法局:responsible',
      '各乡镇（街道）:responsible',
    ])
    expect(plan.tasks[2]?.deadlines).toEqual(['2022-06-30'])
    expect(plan.tasks[3]?.targets).toMatchObject([{ quantity: 500, unit: '项', comparator: 'at_least' }])
  })

  it('takes chapters of measures with one bracket each as tasks', () => {
    const plan = planOf('measures')
    expect(numbersOf(plan)).toEqual(['一', '二', '三'])
    expect(plan.sections).toEqual([])
    expect(plan.tasks[0]?.deadlines).toEqual(['2023-05-31'])
  })

  it('joins lines and pages that break sentences', () => {
    const plan = planOf('wrapped-pages')
    expect(sectionsOf(plan)).toEqual(['1 一 深化重点领域信息公开，助力高质量发展', '1 二 加强政策解读'])
    expect(unitsOf(plan.tasks[0])).toEqual(['区发改局:responsible', '区规划资源分局:responsible', '各街道:responsible'])
    expect(plan.tasks[0]?.text).toContain('“十四五”规划专栏')
    expect(plan.tasks[0]?.text).not.toContain('- 1 -')
    expect(plan.tasks[0]?.deadlines).toEqual(['2021-09-30', '2021-12-31'])
  })

  it('reads tasks without numbers by their brackets', () => {
    const plan = planOf('unnumbered')
    expect(numbersOf(plan)).toEqual([null, null, null])
    expect(plan.tasks.map((task) => task.title)).toEqual(['推进企业开办便利化', '提升纳税便利度', '加强信用监管'])
  })

  it('goes down to the items that have units of their own', () => {
    const plan = planOf('tasks-in-brackets')
    expect(numbersOf(plan)).toEqual(['（1）', '（2）', '（1）', '（1）', '（2）'])
    expect(plan.tasks.map((task) => task.subsection)).toEqual(['1', '1', '2', '3', '3'])
  })

  it('reads articles under chapters, and no date from "every year"', () => {
    const plan = planOf('articles')
    expect(numbersOf(plan)).toEqual(['第一条', '第二条', '第三条'])
    expect(plan.tasks.map((task) => task.deadlines)).toEqual([[], ['2023-12-31'], []])
  })

  it('reads labels in lines of their own', () => {
    const plan = planOf('labelled-lines')
    expect(unitsOf(plan.tasks[0])).toEqual(['区大数据局:lead', '区府办:supporting', '区级各部门:supporting'])
    expect(plan.tasks.map((task) => task.deadlines)).toEqual([['2022-09-30'], ['2022-09-30'], ['2022-01-31']])
  })

  it('gives the units of a heading to the tasks below it, and says so', () => {
    const plan = planOf('units-in-headings')
    expect(plan.tasks.map(unitsOf)).toEqual([
      ['区大数据局:lead'],
      ['区大数据局:lead'],
      ['区发改局:lead'],
      ['区发改局:lead'],
    ])
    expect(plan.tasks[0]?.doubts.map((doubt) => doubt.code)).toContain('units_inherited')
  })

  it('lets the first unit lead from where the document says so', () => {
    const plan = planOf('first-unit-leads')
    expect(plan.tasks.map((task) => task.units[0]?.role)).toEqual(['responsible', 'lead', 'lead', 'lead'])
    const off = parsePlanDocument(read('first-unit-leads'), { firstListedUnitLeads: false }).plans[0]
    expect(off?.tasks.every((task) => task.units.every((unit) => unit.role === 'responsible'))).toBe(true)
  })

  it('keeps group names that hold a "、" whole', () => {
    const plan = planOf('unit-groups')
    expect(unitsOf(plan.tasks[0])).toEqual(['各市、县（区）、自治县人民政府:responsible', '省发展改革委:responsible'])
    expect(unitsOf(plan.tasks[1])).toContain('各市（州）、县（市、区）人民政府:responsible')
    expect(unitsOf(plan.tasks[2])).toContain('各镇、街道:responsible')
    expect(unitsOf(plan.tasks[3])).toContain('省文化和旅游厅:responsible')
    expect(unitsOf(plan.tasks[4])).toEqual([
      '省政府办公厅:responsible',
      '省直各部门:responsible',
      '各市人民政府:responsible',
    ])
    expect(plan.tasks[5]?.doubts.map((doubt) => doubt.code)).toContain('joint_lead')
  })

  it('finds items that were joined to the words before them', () => {
    const plan = planOf('joined-lines')
    expect(numbersOf(plan)).toEqual(['1', '2', '3'])
    expect(sectionsOf(plan)).toEqual(['1 一 加大金融支持', '1 二 稳定就业岗位'])
  })
})

describe('several plans in one document', () => {
  const [five, year] = [planOf('two-plans'), planOf('two-plans', 1)]

  it('parts them where the numbering starts anew under a title', () => {
    expect([five.title, year.title]).toEqual([
      '青岩县政务公开五年行动计划（2021—2025年）',
      '2021年青岩县政务公开工作要点',
    ])
    expect([five.startYear, five.endYear, year.startYear, year.endYear]).toEqual([2021, 2025, 2021, 2021])
    expect(year.issuedOn).toBe('2021-05-08')
  })

  it('reads the milestones of the one and the default unit of the other', () => {
    expect(five.tasks.map((task) => task.milestones.map((milestone) => milestone.year))).toEqual([
      [2021, 2022, 2023],
      [2021, 2025],
      [],
    ])
    expect(year.defaultUnits.map((unit) => `${unit.name}:${unit.role}`)).toEqual(['各乡镇〔街道〕:responsible'])
    expect(unitsOf(year.tasks[0])).toEqual(['县司法局:lead'])
    expect(year.tasks.at(-1)?.text).toBe('全年至少组织2次培训。')
  })
})

describe('tables', () => {
  it('reads a table of tabs with a line break in a cell', () => {
    const plan = planOf('tabbed-table')
    expect(numbersOf(plan)).toEqual(['1', '2', '3'])
    expect(unitsOf(plan.tasks[1])).toEqual(['区城管局:lead', '区规划资源分局:supporting', '区公安分局:supporting'])
    expect(plan.tasks.map((task) => task.deadlines)).toEqual([['2022-11-30'], ['2022-10-31'], []])
    expect(plan.tasks[2]?.isOngoing).toBe(true)
  })

  it('reads the table of a notice and drops the notice', () => {
    const result = parsePlanDocument(read('notice-with-table'))
    expect(result.plans.map(numbersOf)).toEqual([['1', '2', '3']])
    expect(result.dropped.map((passage) => passage.reason)).toContain('notice')
    expect(result.tables[0]?.mapping.columns).toEqual(['number', 'title', 'text', 'lead', 'responsible', 'deadline'])
    expect(result.plans[0]?.tasks[0]).toMatchObject({ title: '推进政策集成发布', deadlines: ['2023-06-30'] })
  })

  it('follows a changed column mapping', () => {
    const mapping = { headerRows: 1, columns: ['number', 'title', 'text', 'responsible', 'lead', 'ignored'] } as const
    const task = parsePlanDocument(read('notice-with-table'), { tableColumns: [mapping] }).plans[0]?.tasks[0]
    expect(unitsOf(task)).toEqual(['区府办:responsible', '区级各部门:lead', '各街道:lead'])
    expect(task?.deadlines).toEqual([])
  })

  it.each([
    ['table-on-one-line', ['1', '2', '3'], [['2022-12-31'], ['2022-09-30'], ['2022-12-31']]],
    ['barred-cells', ['1', '2', '3'], [[], [], []]],
  ])('reads the cells of %s one after the other', (name, numbers, deadlines) => {
    const plan = planOf(name)
    expect(numbersOf(plan)).toEqual(numbers)
    expect(plan.tasks.map((task) => task.deadlines)).toEqual(deadlines)
    expect(plan.tasks.every((task) => task.units.length > 0)).toBe(true)
  })
})

describe('other documents', () => {
  it('tells an annual report apart', () => {
    expect(parsePlanDocument(read('annual-report'))).toMatchObject({ kind: 'annual_report', plans: [] })
  })

  it.each(['other-summary', 'other-news', 'other-rules', 'other-work-report'])('takes %s for no plan', (name) => {
    const result = parsePlanDocument(read(name))
    expect(result).toMatchObject({ kind: 'other', plans: [] })
    expect(result.kindReason).not.toBe('')
  })

  it('takes an empty text for no plan', () => {
    expect(parsePlanDocument('')).toMatchObject({ kind: 'other', plans: [], warnings: [] })
  })
})
