import { configureClient } from '@/data/client'
import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { openCheckDesk } from '../../../../tests/support/open-check-desk'

let saved: PlanDraft | undefined
const server = setupServer(
  http.post('*/rest/v1/rpc/save_plan_draft', async ({ request }) => {
    const body = (await request.json()) as { p_expected_revision: number; p_content: PlanDraft }
    saved = body.p_content
    return HttpResponse.json(body.p_expected_revision + 1)
  }),
)
beforeAll(() => {
  configureClient({ supabaseUrl: 'http://server.test', supabasePublishableKey: 'key', demoAccounts: [] })
  server.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => server.close())

it('sets how many points behind are warned of, within bounds, and keeps the last one where the field is left empty', async () => {
  const user = userEvent.setup({ pointerEventsCheck: 0 })
  openCheckDesk()
  await user.click(screen.getByRole('tab', { name: /计划信息/ }))
  const field = await screen.findByLabelText<HTMLInputElement>('进度落后预警')
  expect(field.value).toBe('20')
  await user.clear(field)
  await user.type(field, '35')
  await waitFor(() => expect(saved?.document.behindPoints).toBe(35), { timeout: 8000 })
  await user.clear(field)
  await user.tab()
  expect(field.value).toBe('35')
  await user.clear(field)
  await user.type(field, '400')
  await user.tab()
  expect(field.value).toBe('100')
})
