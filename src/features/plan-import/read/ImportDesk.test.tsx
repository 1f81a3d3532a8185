import { createHash } from 'node:crypto'
import { configureClient } from '@/data/client'
import { pendingFileOf } from '@/data/source-files/pending-files'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { DocumentReadError } from '@/lib/document-text/read-document'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sourceDocumentId } from '../../../../tests/support/ids'
import { renderPage } from '../../../../tests/support/render-page'
import { ImportDesk } from './ImportDesk'
import { PlanReadingError, type PlanReader } from './plan-reading'
import { readPlanInput } from './read-plan-input'

const plan = (year: number) =>
  `${year}年青山县政务公开工作要点\n一、推进公开\n（一）做好规划公开。及时公开各类规划。（责任单位：县府办、县司法局）\n（二）做好政策解读。及时解读重要政策。（责任单位：县府办）\n`

/** The worker's work on the page's own thread. */
const readHere: PlanReader = async (input, onStage) => {
  try {
    return await readPlanInput(input, onStage)
  } catch (error) {
    throw error instanceof DocumentReadError ? new PlanReadingError(error.message) : error
  }
}
/** A reader that never comes to an end. */
const readForever: PlanReader = (_input, onStage, signal) =>
  new Promise((_resolve, reject) => {
    onStage('parsing')
    signal.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
  })

interface ImportCall {
  readonly p_file_name: string
  readonly p_content: string
  readonly p_is_pasted: boolean
  readonly p_file_sha256: string | null
  readonly p_drafts: readonly PlanDraft[]
}
let imports: ImportCall[] = []
let earlier: object[] = []
const server = setupServer(
  http.post('*/rest/v1/rpc/import_plans', async ({ request }) => {
    const call = (await request.json()) as ImportCall
    imports.push(call)
    return HttpResponse.json(
      call.p_drafts.map((_draft, index) => ({ plan_id: `p${index + 1}`, source_document_id: 'd1' })),
    )
  }),
  http.post('*/rest/v1/rpc/plans_imported_before', async ({ request }) => {
    const { p_file_sha256 } = (await request.json()) as { p_file_sha256: string | null }
    return HttpResponse.json(earlier.map((one) => ({ ...one, is_same_file: p_file_sha256 !== null })))
  }),
)
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
})
beforeEach(() => {
  imports = []
  earlier = []
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const user = userEvent.setup({ pointerEventsCheck: 0 })

function open(reader: PlanReader = readHere) {
  return renderPage(<ImportDesk reader={reader} />, {
    address: '/plans/import',
    otherRoutes: [{ path: '/plans/p1/check', element: <p>核对页</p> }],
  })
}
/** Files of the test page cannot be read, unlike those of browsers. */
const hand = (name: string, content: string) => {
  const file = Object.assign(new File([content], name), {
    arrayBuffer: async () => new TextEncoder().encode(content).buffer,
    stream: () => new Response(content).body,
  })
  return user.upload(screen.getByLabelText('把计划文件拖到这里，或点击选择'), file)
}

describe('handing in a document', () => {
  it('says what was found, keeps the document with its draft, and goes on to the check', async () => {
    open()
    await hand('要点.txt', plan(2021))
    expect(await screen.findByText('1 个章节，2 项任务，2 个单位名称，0 个节点')).toBeDefined()
    await user.click(screen.getByRole('button', { name: '导入并核对' }))
    expect(await screen.findByText('核对页')).toBeDefined()
    expect(imports[0]?.p_file_name).toBe('要点.txt')
    expect(imports[0]?.p_content).toBe(plan(2021))
    const fingerprint = createHash('sha256').update(plan(2021)).digest('hex')
    expect(imports[0]).toMatchObject({ p_is_pasted: false, p_file_sha256: fingerprint })
    expect(pendingFileOf(sourceDocumentId('d1'))?.name).toBe('要点.txt')
    expect(imports[0]?.p_drafts[0]).toMatchObject({
      document: { title: '2021年青山县政务公开工作要点', startsOn: '2021-01-01', endsOn: '2021-12-31' },
    })
  })
  it('notices a plan that is there already, leads to it, and does not stand in the way', async () => {
    earlier = [{ plan_index: 0, plan_id: 'p7', title: '去年那份', state: 'issued' }]
    open()
    await hand('要点.txt', plan(2021))
    const note = within(await screen.findByRole('note', { name: '可能已经导入过' }))
    expect(note.getByText(/同一份文件已经导入过/)).toBeDefined()
    expect(note.getByRole('link', { name: '去年那份' })).toHaveProperty('pathname', '/plans/p7')
    await user.click(screen.getByRole('button', { name: '导入并核对' }))
    expect(await screen.findByText('核对页')).toBeDefined()
  })
  it('offers each of several plans', async () => {
    open()
    await hand('两份.txt', `${plan(2021)}\n${plan(2022)}`)
    await user.click(await screen.findByRole('checkbox', { name: '导入「2021年青山县政务公开工作要点」' }))
    await user.click(screen.getByRole('button', { name: '导入并核对' }))
    await waitFor(() =>
      expect(imports[0]?.p_drafts.map((draft) => draft.document.title)).toEqual(['2022年青山县政务公开工作要点']),
    )
    expect(imports[0]?.p_drafts[0]?.document.sourceStart).toBe(plan(2021).length + 1)
  })
  it('refuses what is no plan, with what it seems to be', async () => {
    open()
    await hand(
      '报告.txt',
      '2021年青山县政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
    )
    expect(await screen.findByText(/没有导入：看起来是年度报告/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '换一份文件' }))
    expect(screen.getByLabelText('把计划文件拖到这里，或点击选择')).toBeDefined()
  })
  it('takes it all the same when the clerk says so, and keeps the reason in the draft', async () => {
    open()
    await hand('讲话.txt', '县长在政务公开推进会上的讲话\n同志们：\n今天我们召开会议，总结去年工作。\n')
    await user.click(await screen.findByRole('button', { name: '仍然导入' }))
    expect(await screen.findByText(/仍按计划导入，这句话会留在核对页上/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '导入并核对' }))
    await waitFor(() => expect(imports).toHaveLength(1))
    expect(imports[0]?.p_drafts[0]?.document).toMatchObject({
      title: '县长在政务公开推进会上的讲话',
      kindDoubt: expect.stringMatching(/讲话|没有找到/),
    })
  })
  it('says what to do about a file that cannot be read', async () => {
    open()
    await hand('坏的.docx', 'PK\u0003\u0004 not a zip')
    expect(await screen.findByText(/文件已损坏或不完整。请重新下载/)).toBeDefined()
    expect(screen.getByLabelText('把计划文件拖到这里，或点击选择')).toBeDefined()
  })
  it('can be cancelled', async () => {
    open(readForever)
    await hand('很长.txt', plan(2021))
    expect(await screen.findByText(/正在识别章节、任务和责任单位/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: '取消' }))
    expect(screen.getByLabelText('把计划文件拖到这里，或点击选择')).toBeDefined()
  })
  it('keeps what was found when the server cannot be reached', async () => {
    server.use(http.post('*/rest/v1/rpc/import_plans', () => HttpResponse.error()))
    open()
    await hand('要点.txt', plan(2021))
    await user.click(await screen.findByRole('button', { name: '导入并核对' }))
    expect(await screen.findByText('无法连接服务器。请检查网络后重试。')).toBeDefined()
    expect(screen.getByRole('button', { name: '导入并核对' })).toBeDefined()
  })
})

describe('pasting', () => {
  const box = () => screen.getByLabelText(/或粘贴正文/)
  const table =
    '<table><tr><th>序号</th><th>重点任务</th><th>责任单位</th></tr><tr><td>1</td><td>做好规划公开</td><td>县府办</td></tr><tr><td>2</td><td>做好政策解读</td><td>县司法局</td></tr></table>'
  const paste = (html: string, text: string) =>
    fireEvent.paste(box(), { clipboardData: { getData: (type: string) => (type === 'text/html' ? html : text) } })

  it('keeps the table of what comes from a word processor, and shows its columns', async () => {
    open()
    paste(`<h1>2021年青山县政务公开任务分解表</h1>${table}`, '2021年青山县政务公开任务分解表')
    await user.click(screen.getByRole('button', { name: '识别正文' }))
    expect(await screen.findByText('表格各列的含义')).toBeDefined()
    expect(screen.getByText(/2 项任务，2 个单位名称/)).toBeDefined()
  })
  it('takes the text alone once it was edited', async () => {
    open()
    paste(table, '原文')
    fireEvent.change(box(), { target: { value: plan(2021) } })
    await user.click(screen.getByRole('button', { name: '识别正文' }))
    expect(await screen.findByText('1 个章节，2 项任务，2 个单位名称，0 个节点')).toBeDefined()
    await user.click(screen.getByRole('button', { name: '导入并核对' }))
    await waitFor(() => expect(imports[0]).toMatchObject({ p_is_pasted: true, p_file_sha256: null }))
  })
})
