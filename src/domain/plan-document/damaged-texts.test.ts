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

const unitsOf = (task: ParsedTask | undefined): string[] => task?.units.map((unit) => `${unit.name}:${unit.role}`) ?? []

describe('a scan that has spaced the characters', () => {
  const source = read('spaced-scan')
  const plan = planIn(source)

  it('is read as if it had not', () => {
    expect(plan.title).toBe('2021年政务公开工作要点')
    expect(plan.tasks.map(unitsOf)).toEqual([
      ['区财政局:responsible', '各部门:responsible'],
      ['区卫健委:responsible'],
      ['区府办:responsible'],
    ])
    expect(plan.tasks[1]?.deadlines).toEqual(['2021-09-30'])
  })

  it('keeps the places in the source', () => {
    const unit = plan.tasks[0]?.units[0]
    expect(source.slice(unit?.start, unit?.end)).toBe('区 财 政 局')
    const task = plan.tasks[2]
    expect(source.slice(task?.start, task?.end)).toMatch(/^（三） 开 展.*（责 任 单 位 ： 区 府 办）$/s)
  })

  it('leaves a sentence of Latin words alone', () => {
    expect(
      planIn('2022年工作要点\n一、公开\n1.建设 A B C D E F G H 平台并上线。（责任单位：区府办）\n').tasks[0]?.text,
    ).toBe('建设A B C D E F G H平台并上线。')
  })
})

describe('a table drawn with lines', () => {
  it('is read row by row, cells of several lines whole', () => {
    const source = read('drawn-table')
    const plan = planIn(source)
    expect(plan.title).toBe('清溪县2026年政务公开重点任务分解表')
    expect(plan.tasks.map((task) => [task.number, task.text])).toEqual([
      ['1', '编制主动公开基本目录'],
      ['2', '公开财政预算'],
      ['3', '开展业务培训'],
    ])
    expect(unitsOf(plan.tasks[2])).toEqual(['县政府办公室:responsible', '县人社局:responsible'])
    expect(plan.tasks.map((task) => task.deadlines)).toEqual([['2026-03-31'], ['2026-02-28'], []])
    const unit = plan.tasks[1]?.units[0]
    expect(source.slice(unit?.start, unit?.end)).toBe('县财政局')
  })

  it('may have no rules between its rows', () => {
    const plan = planIn(
      '2023年任务分工表\n┌──┬────┬────┐\n│序号│工作任务│责任单位│\n├──┼────┼────┤\n│1 │公开预算│县财政局│\n│  │和决算  │        │\n│2 │公开规划│县规划局│\n└──┴────┴────┘\n',
    )
    expect(plan.tasks.map((task) => task.text)).toEqual(['公开预算和决算', '公开规划'])
  })
})

describe('what a web page left behind', () => {
  it.each([
    ['markup-residue', ['区财政局', '区教育局', '区卫健委']],
    ['json-residue', ['县财政局', '县教育局']],
  ])('is no part of the words in %s', (name, units) => {
    const plan = planIn(read(name))
    expect(plan.tasks.flatMap((task) => task.units.map((unit) => unit.name))).toEqual(units)
    expect(JSON.stringify([plan.title, plan.sections, plan.tasks])).not.toMatch(/<|nbsp|span|\\\\n/)
    expect(plan.tasks[1]?.text).toBe('公开招生政策，7月底前完成。')
  })
})

describe('closing words', () => {
  it('of the document are no part of its last task', () => {
    const task = planIn(read('closing-contacts')).tasks.at(-1)
    expect(task?.text).toBe('9月底前建成社区食堂10家，12月底前建成20家。')
    expect(unitsOf(task)).toEqual(['区民政局:lead', '各镇街:supporting'])
  })

  it('that only demand are tasks, however short', () => {
    const plan = planIn(read('plan-without-units'))
    expect(plan.tasks.filter((task) => task.section === '四').map((task) => task.number)).toEqual(['（一）', '（二）'])
    expect(plan.sections.map((section) => section.title)).not.toContain('加强领导')
  })

  it('about validity are no task', () => {
    const plan = planIn(
      '若干措施\n一、加大投入\n给予10%补助。2022年6月30日前认定的企业，追加5万元。（责任单位：市科技局）\n二、支持转化\n年内持续推进。（责任单位：市科技局，年内持续推进）\n三、附则\n本措施自2022年5月1日起施行。\n',
    )
    expect(plan.tasks.map((task) => [task.number, task.deadlines])).toEqual([
      ['一', []],
      ['二', []],
    ])
  })
})
