import { createHash } from 'node:crypto'
import { forgetPendingFile, rememberPendingFile } from '@/data/source-files/pending-files'
import type { SourceFile } from '@/domain/plans/source-file'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startFakeApi } from '../../../../tests/support/fake-api'
import { sourceDocumentId } from '../../../../tests/support/ids'
import { renderPage } from '../../../../tests/support/render-page'
import { DraftSourceFile } from './DraftSourceFile'

const upload = vi.hoisted(() => vi.fn<(input: { bucket: string; path: string }) => Promise<void>>())
vi.mock('@/data/stored-files/upload', () => ({ uploadFile: upload }))

const api = startFakeApi()
const user = userEvent.setup({ pointerEventsCheck: 0 })
const WORDS = '要点'
const id = sourceDocumentId('d1')
const missing: SourceFile = {
  sourceDocumentId: id,
  fileName: '要点.docx',
  isPasted: false,
  fileSha256: createHash('sha256').update(WORDS).digest('hex'),
  filePath: null,
}
const fileOf = (words: string) =>
  Object.assign(new File([words], '要点.docx'), { stream: () => new Response(words).body })
const open = (file: SourceFile = missing) => renderPage(<DraftSourceFile file={file} />)

beforeEach(() => {
  upload.mockReset().mockResolvedValue()
  let filePath: string | null = null
  api.rpc('keep_source_file', () => {
    filePath = 'd1/f.docx'
    return null
  })
  api.table('source_documents', () => [
    { id, file_name: '要点.docx', is_pasted: false, file_sha256: missing.fileSha256, file_path: filePath },
  ])
})
afterEach(() => forgetPendingFile(id))

it('follows its draft by itself, and can then be downloaded', async () => {
  rememberPendingFile(id, fileOf(WORDS))
  open()
  expect(await screen.findByRole('button', { name: '下载原件「要点.docx」' })).toBeDefined()
  expect(upload.mock.calls[0]?.[0]).toMatchObject({
    bucket: 'source-files',
    path: expect.stringMatching(/^d1\/.*\.docx$/),
  })
  expect(api.callsOf('keep_source_file')).toHaveLength(1)
})
it('says that it did not arrive, and is tried again', async () => {
  upload.mockRejectedValueOnce(new Error('no network'))
  rememberPendingFile(id, fileOf(WORDS))
  open()
  expect(await screen.findByText('原件「要点.docx」还没有存上。')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: '重试' }))
  expect(await screen.findByRole('button', { name: '下载原件「要点.docx」' })).toBeDefined()
})
it('is chosen anew when it is no longer at hand, and must be the one that was read', async () => {
  open()
  const choose = screen.getByLabelText('选择原文件上传')
  await user.upload(choose, fileOf('另一份'))
  expect(await screen.findByText('这不是导入时的那份文件。请选择原来的文件。')).toBeDefined()
  expect(upload).not.toHaveBeenCalled()
  await user.upload(screen.getByLabelText('选择原文件上传'), fileOf(WORDS))
  await waitFor(() => expect(upload).toHaveBeenCalledOnce())
})
it('is not there for a paste, nor for what was imported before files were kept', () => {
  open({ ...missing, isPasted: true, fileSha256: null })
  expect(screen.getByText('文本粘贴导入')).toBeDefined()
  open({ ...missing, sourceDocumentId: sourceDocumentId('d2'), fileSha256: null })
  expect(screen.getByText('没有保存原件（要点.docx）')).toBeDefined()
})
