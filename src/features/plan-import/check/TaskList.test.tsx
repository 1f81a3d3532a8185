import { sampleDirectory, sampleDraft, sampleSaved, sampleTask } from '../../../../tests/fixtures/draft-samples'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { startFakeApi } from '../../../../tests/support/fake-api'
import { renderPage } from '../../../../tests/support/render-page'
import { draftTaskId, droppedTextId, planId, userId } from '../../../../tests/support/ids'
import type { CheckAddons } from './check-addons'
import { CheckDesk } from './CheckDesk'
import { planDraftCopy } from './draft-copy'

const api = startFakeApi()
const draft: PlanDraft = sampleDraft({
  tasks: ['t1', 't2', 't3', 't4'].map((id) =>
    sampleTask({
      id: draftTaskId(id),
      units: (id === 't4' ? ['县教育局', '县司法局'] : ['县教育局']).map((name) => ({
        name,
        role: 'lead',
        start: null,
        end: null,
      })),
      doubts: id === 't3' ? [{ code: 'due_unclear', message: '时限不明。', start: null, end: null }] : [],
    }),
  ),
  dropped: [{ id: droppedTextId('d1'), reason: 'navigation', text: '返回顶部', task: null, start: null, end: null }],
})
const user = userEvent.setup({ pointerEventsCheck: 0 })

let painted: string[] = []
const addons: CheckAddons = {
  Frame: ({ children }) => children,
  Overview: () => null,
  // Stands in each row, so that it is painted whenever its row is.
  Task: ({ task }) => {
    painted.push(task.id)
    return null
  },
}
beforeEach(() => {
  painted = []
  localStorage.clear()
  api.rpc('save_plan_draft', ({ p_expected_revision }) => Number(p_expected_revision) + 1)
})

function open({ search = '' } = {}) {
  const saved = sampleSaved(draft)
  return renderPage(
    <CheckDesk
      saved={saved}
      start={draft}
      device={planDraftCopy(userId('me'), planId('p1'))}
      source={{ fileName: '要点.txt', text: '' }}
      directory={sampleDirectory}
      addons={addons}
    />,
    { address: `/${search}` },
  )
}

describe('the rows', () => {
  it('repaints the row of the task that is edited, and no other', async () => {
    open()
    expect(painted).toEqual(['t1', 't2', 't3', 't4'])
    painted = []
    await user.click(screen.getByRole('button', { name: /任务t2/ }))
    await user.click(await screen.findByLabelText('标题'))
    expect(new Set(painted)).toEqual(new Set(['t2']))
    painted = []
    await user.keyboard('甲')
    expect(painted).toEqual(['t2'])
    await waitFor(() => expect(api.callsOf('save_plan_draft')).toHaveLength(1))
    await screen.findByText(/已保存/)
    expect(painted).toEqual(['t2'])
    await user.click(screen.getByRole('button', { name: '撤销' }))
    expect(new Set(painted)).toEqual(new Set(['t2']))
  })
  it('says in every row what a name stands for now', async () => {
    open()
    expect(screen.getAllByText('县教育局？')).toHaveLength(4)
    await user.click(screen.getByRole('tab', { name: '单位名称（1 个未对应）' }))
    await user.click(await screen.findByRole('button', { name: '「县教育局」的其他处理' }))
    await user.click(screen.getByRole('menuitem', { name: '不跟踪' }))
    await user.click(screen.getByRole('tab', { name: '任务 4' }))
    expect(screen.queryByText('县教育局？')).toBeNull()
  })
})

describe('the view', () => {
  it('is the one that the address names, and the address follows it', async () => {
    const { router } = open({ search: '?view=dropped' })
    const told = () => Object.fromEntries(new URLSearchParams(router.state.location.search))
    expect(screen.getByRole('button', { name: '取回为任务' })).toBeDefined()
    await user.click(screen.getByRole('tab', { name: '任务 4' }))
    await user.click(screen.getByRole('radio', { name: '待核对 1' }))
    await waitFor(() => expect(told()).toEqual({ doubtful: 'true' }))
    await user.click(screen.getByRole('tab', { name: /单位名称/ }))
    await waitFor(() => expect(told()).toEqual({ view: 'names', doubtful: 'true' }))
  })
  it('of the doubtful alone is kept by the address too; what it does not know is the list of tasks', async () => {
    open({ search: '?view=nothing&doubtful=true' })
    expect(screen.getByRole('tab', { name: '任务 4', selected: true })).toBeDefined()
    expect(screen.queryByRole('button', { name: /任务t1/ })).toBeNull()
  })
})
