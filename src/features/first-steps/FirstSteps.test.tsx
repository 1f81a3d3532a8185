import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { startFakeApi } from '../../../tests/support/fake-api'
import { renderPage } from '../../../tests/support/render-page'
import { FirstSteps } from './FirstSteps'

const api = startFakeApi()
const facts = { plans: 1, issued_plans: 0, draft_plan_id: 'p1', unresolved_names: 2, units: 3, uninvited_units: 3 }

it('says what is done and what is left, each with its way', async () => {
  api.rpc('first_steps', () => [facts])
  renderPage(<FirstSteps />)
  expect(await screen.findByText('已完成')).toBeTruthy()
  expect(screen.getByRole('link', { name: '去核对' }).getAttribute('href')).toBe('/plans/p1/check?view=names')
  expect(screen.getByRole('link', { name: '一次邀请' }).getAttribute('href')).toBe('/accounts?inviting=uninvited')
  expect(screen.queryByRole('link', { name: '导入计划文件' })).toBeNull()
})

it('is not there once all is done', async () => {
  api.rpc('first_steps', () => [{ ...facts, issued_plans: 1, uninvited_units: 0 }])
  renderPage(<FirstSteps />)
  await waitFor(() => expect(api.callsOf('first_steps')).toHaveLength(1))
  expect(screen.queryByRole('region', { name: '开始使用' })).toBeNull()
})
