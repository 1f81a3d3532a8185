import { accountKeys } from '@/data/accounts/keys'
import { sampleDirectory, sampleDraft, sampleSaved, sampleTask } from '../../../../tests/fixtures/draft-samples'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { useQueryClient } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { startFakeApi } from '../../../../tests/support/fake-api'
import { renderPage } from '../../../../tests/support/render-page'
import { draftTaskId, planId, userId } from '../../../../tests/support/ids'
import { planDraftCopy } from './draft-copy'
import { OpenDraft } from './OpenDraft'

const api = startFakeApi()
const titled = (title: string): PlanDraft => {
  const draft = sampleDraft({
    tasks: [sampleTask({ id: draftTaskId('t1') })],
    resolutions: { 甲: { kind: 'not_tracked' } },
  })
  return { ...draft, document: { ...draft.document, title } }
}
const mine = planDraftCopy(userId('me'), planId('p1'))
/** As it was kept before copies were kept by person. */
const keepUnsigned = (draft: unknown) =>
  localStorage.setItem('plan-draft:p1', JSON.stringify({ baseRevision: 3, keptAt: '2021-03-01T03:00:00Z', draft }))

beforeEach(() => {
  localStorage.clear()
  api.rpc('save_plan_draft', ({ p_expected_revision }) => Number(p_expected_revision) + 1)
})

const open = () => renderPage(<Page />)

/** Somebody of the lead office is signed in before the page opens, as the shell sees to. */
function Page() {
  const cache = useQueryClient()
  useState(() => cache.setQueryData(accountKeys.current(), { userId: 'me', role: 'lead_office' }))
  return (
    <OpenDraft saved={sampleSaved(titled('已保存的'), 3)} source={source} directory={sampleDirectory} addons={null} />
  )
}
const source = { fileName: '要点.txt', text: '', tables: [] }
const heading = (title: string) => screen.findByRole('heading', { name: `核对：${title}` })
const saves = () => api.callsOf('save_plan_draft')

it('puts back what could not be saved, as an edit that can be undone', async () => {
  mine.keep(titled('本机的'), 3)
  open()
  expect(await heading('本机的')).toBeTruthy()
  expect(screen.getByText(/已找回本机保存的修改/)).toBeTruthy()
  await waitFor(() => expect(saves()).toMatchObject([{ p_expected_revision: 3 }]))
  await waitFor(() => expect(mine.read()).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(await heading('已保存的')).toBeTruthy()
})

it('asks when the draft was saved since; nothing is sent before', async () => {
  mine.keep(titled('本机的'), 2)
  open()
  expect(await screen.findByText(/之后草稿又被保存过/)).toBeTruthy()
  expect(screen.queryByRole('heading', { name: /核对/ })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '用已保存的草稿' }))
  expect(await heading('已保存的')).toBeTruthy()
  expect(mine.read()).toBeNull()
  expect(saves()).toEqual([])
})

it('does not ask about edits that the server has, whatever the order of their keys', async () => {
  const { document, ...rest } = titled('已保存的')
  mine.keep({ ...rest, document }, 2)
  open()
  expect(await heading('已保存的')).toBeTruthy()
  expect(screen.queryByText(/本机/)).toBeNull()
  expect(localStorage.length).toBe(0)
})

it('does not show what somebody else left on this computer', async () => {
  planDraftCopy(userId('other'), planId('p1')).keep(titled('别人的'), 3)
  open()
  expect(await heading('已保存的')).toBeTruthy()
  expect(screen.queryByText(/本机/)).toBeNull()
  expect(planDraftCopy(userId('other'), planId('p1')).read()?.content.document.title).toBe('别人的')
})

it('offers edits of nobody known once, and saves them only when they are chosen', async () => {
  keepUnsigned(titled('不知谁改的'))
  const first = open()
  expect(await screen.findByText(/没有记下是谁改的/)).toBeTruthy()
  first.unmount()
  open()
  await userEvent.click(await screen.findByRole('button', { name: '用本机的修改覆盖' }))
  expect(await heading('不知谁改的')).toBeTruthy()
  expect(localStorage.getItem('plan-draft:p1')).toBeNull()
  expect(mine.read()?.content.document.title).toBe('不知谁改的')
  await waitFor(() => expect(saves()).toHaveLength(1))
})

it('forgets edits of nobody known when they are not wanted', async () => {
  keepUnsigned(titled('不知谁改的'))
  open()
  await userEvent.click(await screen.findByRole('button', { name: '用已保存的草稿' }))
  expect(await heading('已保存的')).toBeTruthy()
  expect(localStorage.length).toBe(0)
})

it.each(['{', '{}', '{"baseRevision":3,"draft":{"document":{"startsOn":"明天"}}}'])('%s is no edit', async (text) => {
  localStorage.setItem('plan-draft:p1', text)
  localStorage.setItem('plan-draft:me:p1', text)
  open()
  expect(await heading('已保存的')).toBeTruthy()
})
