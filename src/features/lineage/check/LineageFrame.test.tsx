import { configureClient } from '@/data/client'
import { sampleDraft, sampleTask } from '../../../../tests/fixtures/draft-samples'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { useEffect, useState } from 'react'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { renderPage } from '../../../../tests/support/render-page'
import { draftTaskId } from '../../../../tests/support/ids'
import { DraftLineage } from './DraftLineage'
import { LineageFrame } from './LineageFrame'
import { LineageOverview } from './LineageOverview'

const plan = {
  plan_id: 'p20',
  plan_title: '2020年工作要点',
  plan_kind: 'annual_work_plan',
  start_year: 2020,
  end_year: 2020,
  unit_names: ['县教育局'],
  milestones: [],
}
const school = {
  ...plan,
  task_id: 'school',
  number: '（五）',
  title: '公开义务教育招生信息',
  requirement: '学区划分、招生计划在5月底前公布。',
}
const road = {
  ...plan,
  task_id: 'road',
  number: '（一）',
  title: '公开重大项目进度',
  requirement: '按季度公布重大建设项目的开工和竣工情况。',
}
const map = {
  ...plan,
  task_id: 'map',
  plan_id: 'p5',
  plan_title: '五年行动计划',
  start_year: 2019,
  end_year: 2023,
  number: '8',
  title: '打造民生信息地图',
  requirement: '建成地图。',
  milestones: [{ id: 'm21', dueOn: '2021-12-31', year: 2021, requirement: '2021年，上线公共文化和交通信息；' }],
}
let candidates: object[] = []
const server = setupServer(http.post('*/rest/v1/rpc/ancestor_candidates', () => HttpResponse.json(candidates)))
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

let latest: PlanDraft
const unitNamesOf = () => ['县教育局']

function Desk({ isOpen }: { readonly isOpen: boolean }) {
  const [draft, setDraft] = useState(
    sampleDraft({
      tasks: [
        sampleTask({
          id: draftTaskId('t1'),
          title: '公开义务教育招生信息',
          text: '学区划分、招生计划、报名流程在4月底前公布。',
        }),
        sampleTask({ id: draftTaskId('t2'), title: '拓展低空经济服务', text: '集中发布空域使用申请。' }),
      ],
    }),
  )
  useEffect(() => {
    latest = draft
  }, [draft])
  return (
    <LineageFrame draft={draft} edit={(change) => setDraft(change)} unitNamesOf={unitNamesOf}>
      <LineageOverview draft={draft} />
      {draft.tasks.map((task) => (
        <section key={task.id} aria-label={task.id}>
          <DraftLineage task={task} isOpen={isOpen} />
        </section>
      ))}
    </LineageFrame>
  )
}

async function show({ isOpen = false, of = [school, road, map] as object[] } = {}) {
  candidates = of
  renderPage(<Desk isOpen={isOpen} />)
  await screen.findByText(/2 项任务中 1 项找到可能的来源任务，已确认 0 项/)
  return within(screen.getByRole('region', { name: 't1' }))
}
const ancestors = () => latest.tasks[0]?.ancestors ?? []

it('suggests last year’s task with reasons in words; a task without one stays quiet', async () => {
  const task = await show()
  expect(task.getByText('可能承接自')).toBeTruthy()
  expect(task.getByRole('link', { name: '（五）公开义务教育招生信息' })).toBeTruthy()
  expect(task.getByText(/很相似 · 相同关键词：.*标题相同/)).toBeTruthy()
  expect(screen.getByRole('region', { name: 't2' }).textContent).toBe('')
})

it('accepts into the draft, and takes away again', async () => {
  const task = await show()
  await userEvent.click(task.getByRole('button', { name: '确认承接' }))
  expect(ancestors()).toEqual([{ taskId: 'school', milestoneId: null }])
  expect(screen.getByRole('status').textContent).toContain('已确认 1 项')
  expect(task.queryByRole('button', { name: '确认承接' })).toBeNull()
  await userEvent.click(task.getByRole('button', { name: '移除' }))
  expect(ancestors()).toEqual([])
  expect(task.getByRole('button', { name: '确认承接' })).toBeTruthy()
})

it('does not suggest again what was refused', async () => {
  const task = await show()
  await userEvent.click(task.getByRole('button', { name: '不是' }))
  expect(latest.tasks[0]?.notAncestors).toEqual(['school'])
  expect(task.queryByRole('link')).toBeNull()
})

it('accepts everything beyond doubt at once', async () => {
  await show()
  await userEvent.click(screen.getByRole('button', { name: '一键确认把握高的（1 项）' }))
  expect(ancestors()).toEqual([{ taskId: 'school', milestoneId: null }])
  expect(screen.queryByRole('button', { name: /一键确认/ })).toBeNull()
})

it('finds another task by hand, with the year’s milestone of a plan over several years', async () => {
  const task = await show({ isOpen: true })
  await userEvent.click(task.getByRole('button', { name: '另选任务' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('textbox'), '民生 地图')
  await dialog.findByText('共 1 项。')
  expect(dialog.getByText('2021 年度节点：上线公共文化和交通信息')).toBeTruthy()
  await userEvent.click(dialog.getByRole('button', { name: '确认承接' }))
  await waitFor(() => expect(ancestors()).toEqual([{ taskId: 'map', milestoneId: 'm21' }]))
})

it('is absent when there is no earlier plan', async () => {
  candidates = [{ ...school, start_year: 2022, end_year: 2022 }]
  renderPage(<Desk isOpen />)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(screen.queryByText(/任务沿革|承接自/)).toBeNull()
})
