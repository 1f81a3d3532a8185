import { emptyReportContent } from '@/domain/reporting/report-content'
import { withWordsOf } from '@/domain/reporting/reuse-words'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { approved, link } from '../../../tests/fixtures/report-rows'
import { startFakeApi } from '../../../tests/support/fake-api'
import { evidenceId, obligationId, reportId, unitId } from '../../../tests/support/ids'
import { renderPage } from '../../../tests/support/render-page'
import { ReuseButton } from './ReuseButton'

const api = startFakeApi()
const other = {
  ...approved,
  id: 's7',
  done: '专栏已上线',
  next_steps: '每月更新',
  obligations: { tasks: { number: '（二）', title: '开设专栏' } },
  submission_evidence: [
    { is_accepted: true, content_sha256: null, evidence: link.evidence },
    { is_accepted: false, content_sha256: null, evidence: { ...link.evidence, id: 'e2', title: '未认可的' } },
  ],
}
let asked = new URLSearchParams()

beforeEach(() => {
  api.server.use(
    http.get('http://api.test/rest/v1/report_submissions', ({ request }) => {
      asked = new URL(request.url).searchParams
      return HttpResponse.json([other], { headers: { 'Content-Range': '0-0/1' } })
    }),
  )
})

function Form({ attached = [] }: { readonly attached?: readonly string[] }) {
  const start = { ...emptyReportContent, done: '上次的下一步' }
  const [content, setContent] = useState({ ...start, done: '我写的' })
  return (
    <>
      <output>{`${content.done}|${content.nextSteps}`}</output>
      <ReuseButton
        obligation={{ id: obligationId('o'), unitId: unitId('u') }}
        attachedIds={attached.map(evidenceId)}
        ensureReport={() => Promise.resolve(reportId('r'))}
        onWords={(words) => setContent(withWordsOf(content, start, words))}
      />
    </>
  )
}

async function openDialog(form = <Form />) {
  renderPage(form)
  await userEvent.click(screen.getByRole('button', { name: '用本单位其他任务的填报' }))
  const dialog = within(await screen.findByRole('dialog'))
  await dialog.findByText('（二）开设专栏')
  return dialog
}

test('asks for what the unit itself said of its other obligations', async () => {
  await openDialog()
  expect(asked.get('unit_id')).toBe('eq.u')
  expect(asked.get('obligation_id')).toBe('neq.o')
  expect(asked.get('kind')).toBe('eq.progress')
})

test('fills in after what was typed, once', async () => {
  const dialog = await openDialog()
  await userEvent.click(dialog.getByRole('button', { name: '填入 （二）开设专栏' }))
  expect(screen.getByText(/我写的/).textContent).toBe('我写的\n专栏已上线|每月更新')
  expect(dialog.getByRole('button', { name: '填入 （二）开设专栏' })).toHaveProperty('disabled', true)
})

test('attaches the very piece of evidence once more, and offers none that the review did not accept', async () => {
  const attached: unknown[] = []
  api.server.use(
    http.post('http://api.test/rest/v1/report_evidence', async ({ request }) => {
      attached.push(await request.json())
      return HttpResponse.json([{ evidence_id: 'e' }])
    }),
  )
  const dialog = await openDialog()
  expect(dialog.queryByText('未认可的')).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: '添加 公开页面' }))
  await waitFor(() => expect(attached).toEqual([{ report_id: 'r', evidence_id: 'e' }]))
})

test('says what the report already has', async () => {
  const dialog = await openDialog(<Form attached={['e']} />)
  expect(dialog.getByRole('button', { name: '已添加 公开页面' })).toHaveProperty('disabled', true)
})
