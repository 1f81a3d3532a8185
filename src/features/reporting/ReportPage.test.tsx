import { accountKeys } from '@/data/accounts/keys'
import { workingCopyOptions } from '@/data/reports/queries'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, test } from 'vitest'
import { approved, link, obligation, workingCopy } from '../../../tests/fixtures/report-rows'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { obligationId, userId } from '../../../tests/support/ids'
import { reportCopy } from './report-copy'
import { ReportPage } from './ReportPage'

const api = startFakeApi()
const owed = obligationId('o')

let actions: string[] = []
let copies: object[] = []
let history: object[] = []

beforeEach(() => {
  copies = []
  history = [approved]
  api.rpc('obligation_state', () => [obligation])
  api.rpc('task_obligations', () => [obligation])
  actions = ['report_begun']
  api.rpc('my_actions', () => actions.map((event) => ({ event, to_state: 'open', needs_reason: false })))
  api.table('obligations', () => [
    { tasks: { requirement: '公开重大项目的批准和实施信息。', plans: { document_number: null }, plan_sections: null } },
  ])
  api.table('completion_reopenings', () => [])
  api.table('progress_reports', () => copies)
  api.table('report_submissions', () => history)
  api.rpc('save_report_draft', ({ p_expected_revision }) => [
    { report_id: 'r', revision: Number(p_expected_revision) + 1, saved_at: '2021-09-30T06:02:00Z' },
  ])
  api.rpc('submit_report', () => 's2')
})

async function openForm(page = <ReportPage obligationId={owed} />) {
  const view = renderPage(page, { address: '/obligations/o' })
  view.queryClient.setQueryData(accountKeys.current(), {
    userId: 'me',
    displayName: '我',
    email: 'me@example.cn',
    role: 'department',
    unitId: 'u',
    unitName: '县教育局',
  })
  await screen.findByRole('form', { name: '填报进展' })
  return view
}
const done = () => screen.getByLabelText('已完成')
const write = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } })
const submit = () => userEvent.click(screen.getByRole('button', { name: '报送' }))

describe('what the form starts with', () => {
  test('what was to come next as the beginning of what was done; what was done by then, and the requirement, beside it', async () => {
    await openForm()
    expect(done()).toHaveProperty('value', '再公开 8 个')
    expect(screen.getByLabelText(/^下一步/)).toHaveProperty('value', '')
    const form = within(screen.getByRole('form', { name: '填报进展' }))
    expect(form.getByText(/上次已完成.*公开了 12 个项目/)).toBeTruthy()
    expect(form.getByText(/请改成实际做到的情况/)).toBeTruthy()
    expect(screen.getByLabelText('进度（%）')).toHaveProperty('value', '40')
    expect(screen.getByText('公开重大项目的批准和实施信息。')).toBeTruthy()
    expect(api.callsOf('save_report_draft')).toEqual([])
  })

  test('a returned report with its reason', async () => {
    copies = [{ ...workingCopy, state: 'returned', done: '退回前写的' }]
    history = [{ ...approved, id: 's2', decision: 'returned', decision_reason: '请补充链接。' }]
    await openForm()
    expect(within(screen.getByRole('note', { name: '退回理由' })).getByText('请补充链接。')).toBeTruthy()
    expect(done()).toHaveProperty('value', '退回前写的')
  })

  test('what this device kept is offered and restored', async () => {
    reportCopy(userId('me'), owed).keep(
      { kind: 'progress', percent: 50, done: '断网时写的', nextSteps: '', problems: '' },
      0,
    )
    await openForm()
    await userEvent.click(screen.getByRole('button', { name: '恢复' }))
    expect(done()).toHaveProperty('value', '断网时写的')
  })
})

describe('handing in', () => {
  test('leads on to what is due next', async () => {
    const next = { ...obligation, obligation_id: 'o2', number: '（三）', title: '回应关切', reasons: ['overdue'] }
    api.rpc('my_obligations', () => [obligation, next])
    await openForm()
    write(done(), '公开了 20 个项目')
    api.rpc('submit_report', () => {
      copies = [{ ...workingCopy, state: 'submitted' }]
      return 's2'
    })
    await submit()
    const link = await screen.findByRole('link', { name: '接着填报：（三）回应关切' })
    expect(link.getAttribute('href')).toBe('/obligations/o2')
  })

  test('saves what is written, then submits it', async () => {
    await openForm()
    write(done(), '公开了 20 个项目')
    await submit()
    await waitFor(() => expect(api.callsOf('submit_report')).toEqual([{ p_report_id: 'r', p_expected_revision: 1 }]))
    expect(api.callsOf('save_report_draft')[0]).toMatchObject({
      p_expected_revision: 0,
      p_percent: 40,
      p_done: '公开了 20 个项目',
    })
  })

  test('clicked twice, it is sent once', async () => {
    await openForm()
    await userEvent.click(screen.getByRole('radio', { name: '无变化' }))
    await userEvent.dblClick(screen.getByRole('button', { name: '报送' }))
    await waitFor(() => expect(api.callsOf('submit_report')).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(api.callsOf('submit_report')).toHaveLength(1)
  })

  test('what was saved is what is there when the page is opened again', async () => {
    copies = [workingCopy]
    const { queryClient } = await openForm()
    write(done(), '新写的')
    await waitFor(() => expect(api.callsOf('save_report_draft')).toHaveLength(1), { timeout: 10_000 })
    const saved = () => queryClient.getQueryData(workingCopyOptions(owed).queryKey)
    await waitFor(() => expect(saved()).toMatchObject({ revision: 8, content: { done: '新写的' } }))
  })

  test('opened again, it is not written on before the copy is there as it is now', async () => {
    function Visits() {
      const [isHere, setIsHere] = useState(true)
      return (
        <>
          <button onClick={() => setIsHere(!isHere)}>来去</button>
          {isHere ? <ReportPage obligationId={owed} /> : null}
        </>
      )
    }
    copies = [workingCopy]
    const { queryClient } = await openForm(<Visits />)
    await userEvent.click(screen.getByText('来去'))
    let answer: (copies: object[]) => void = () => undefined
    const promise = new Promise<object[]>((resolve) => (answer = resolve))
    api.table('progress_reports', () => promise)
    void queryClient.prefetchQuery(workingCopyOptions(owed))
    await userEvent.click(screen.getByText('来去'))
    expect(await screen.findByText('本次反馈')).toBeTruthy()
    expect(screen.queryByLabelText('已完成')).toBeNull()
    answer([{ ...workingCopy, done: '同事后来写的', revision: 9 }])
    expect(await screen.findByLabelText('已完成')).toHaveProperty('value', '同事后来写的')
  })

  test('无变化 needs nothing but the click', async () => {
    await openForm()
    await userEvent.click(screen.getByRole('radio', { name: '无变化' }))
    await submit()
    await waitFor(() => expect(api.callsOf('submit_report')).toHaveLength(1))
    expect(api.callsOf('save_report_draft').at(-1)).toMatchObject({ p_kind: 'no_change' })
  })

  test('无此事项 asks for a reason of its own', async () => {
    await openForm()
    await userEvent.click(screen.getByRole('radio', { name: '无此事项' }))
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^原因/).value).toBe('')
    await submit()
    expect(await screen.findByText('请写明为何无此事项。')).toBeTruthy()
    expect(api.callsOf('submit_report')).toEqual([])
  })

  test('progress without a word is sent back to the field', async () => {
    await openForm()
    write(done(), ' ')
    await submit()
    expect(await screen.findByText('请写明已完成的工作。')).toBeTruthy()
    expect(api.callsOf('submit_report')).toEqual([])
  })

  test('100 % says beforehand that it needs evidence, and is not sent without', async () => {
    await openForm()
    write(screen.getByLabelText('进度（%）'), '100')
    expect(screen.getByText('报 100% 即申请办结，须附至少一件佐证材料。')).toBeTruthy()
    await submit()
    expect(screen.getAllByText('报 100% 即申请办结，须附至少一件佐证材料。')).toHaveLength(2)
    expect(api.callsOf('submit_report')).toEqual([])
  })

  test('100 % with evidence asks once more, then is sent', async () => {
    copies = [{ ...workingCopy, percent: 100, report_evidence: [link] }]
    await openForm()
    await submit()
    const dialog = await screen.findByRole('dialog')
    expect(api.callsOf('submit_report')).toEqual([])
    await userEvent.click(within(dialog).getByRole('button', { name: '报送' }))
    await waitFor(() => expect(api.callsOf('submit_report')).toEqual([{ p_report_id: 'r', p_expected_revision: 7 }]))
  })

  test('a refusal is shown in words and the form stays as it was', async () => {
    api.rpc('submit_report', () => {
      throw new Refused({ key: 'obligation_is_closed' })
    })
    await openForm()
    write(done(), '公开了 20 个项目')
    await submit()
    expect(await screen.findByText(/这份计划已归档/)).toBeTruthy()
    expect(done()).toHaveProperty('value', '公开了 20 个项目')
  })

  test('what awaits review cannot be written on', async () => {
    copies = [{ ...workingCopy, state: 'submitted' }]
    actions = []
    const view = renderPage(<ReportPage obligationId={owed} />)
    view.queryClient.setQueryData(accountKeys.current(), { userId: 'me', unitId: 'u' })
    expect(await screen.findByText(/审核期间不能修改/)).toBeTruthy()
    expect(screen.queryByRole('form')).toBeNull()
  })
})

test('a colleague who saved in between is told, and both versions can stay', async () => {
  await openForm()
  api.rpc('save_report_draft', ({ p_expected_revision }) => {
    if (p_expected_revision !== 7) throw new Refused({ key: 'report_revision_conflict', detail: '7' })
    return [{ report_id: 'r', revision: 8, saved_at: '2021-09-30T06:02:00Z' }]
  })
  copies = [workingCopy]
  write(done(), '我写的')
  await userEvent.click(screen.getByRole('button', { name: '保存草稿' }))
  const dialog = await screen.findByRole('dialog', { name: '同事刚刚保存了另一个版本' })
  expect(within(dialog).getByText('同事写的')).toBeTruthy()
  await userEvent.click(
    within(within(dialog).getByRole('group', { name: '已完成' })).getByRole('radio', { name: '两段都留' }),
  )
  await userEvent.click(within(dialog).getByRole('button', { name: '按选择保存' }))
  await waitFor(() =>
    expect(api.callsOf('save_report_draft').at(-1)).toMatchObject({
      p_expected_revision: 7,
      p_done: '同事写的\n我写的',
    }),
  )
})

test.each([
  [new File(['x'], '程序.exe'), /「程序.exe」不是可用的文件类型/],
  [new File([], '空.pdf'), /「空.pdf」是空文件/],
])('a file that cannot be evidence is refused before it is sent', async (file, words) => {
  await openForm()
  fireEvent.change(screen.getByLabelText(/把文件拖到这里/), { target: { files: [file] } })
  expect(await screen.findByText(words)).toBeTruthy()
})

describe('an obligation that cannot be reported on', () => {
  test('by whoever may not begin a report now, whatever the page made of its state', async () => {
    actions = []
    const view = renderPage(<ReportPage obligationId={owed} />)
    view.queryClient.setQueryData(accountKeys.current(), { userId: 'me', unitId: 'u' })
    expect(await screen.findByText('这一节点现在不能填报。')).toBeTruthy()
    expect(api.callsOf('my_actions')).toEqual([{ p_subject: 'obligation', p_id: 'o' }])
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('because it is another unit’s: nothing of a report is asked for', async () => {
    const view = renderPage(<ReportPage obligationId={owed} />)
    view.queryClient.setQueryData(accountKeys.current(), { userId: 'me', unitId: 'other' })
    expect(await screen.findByText('这项任务不由您单位承担')).toBeTruthy()
    expect(api.callsOf('my_actions')).toEqual([])
  })

  test('because it is not in force', async () => {
    api.rpc('obligation_state', () => [])
    const view = renderPage(<ReportPage obligationId={owed} />)
    view.queryClient.setQueryData(accountKeys.current(), { userId: 'me', unitId: 'u' })
    expect(await screen.findByText('这项任务不由您单位承担')).toBeTruthy()
  })
})

test('the other milestones of the task are a link away', async () => {
  api.rpc('task_obligations', () => [
    {
      ...obligation,
      obligation_id: 'earlier',
      milestone_id: 'm0',
      due_on: '2020-12-31',
      milestone_due_on: '2020-12-31',
    },
    obligation,
  ])
  await openForm()
  const picker = await screen.findByRole('navigation', { name: '年度节点' })
  expect(
    within(picker)
      .getByRole('link', { name: /2020 年/ })
      .getAttribute('href'),
  ).toBe('/obligations/earlier')
  expect(within(picker).getByRole('link', { current: 'page' }).getAttribute('href')).toBe('/obligations/o')
})
