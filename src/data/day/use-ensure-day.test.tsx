import { parseLocalDate } from '@/domain/local-date/local-date'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import { expect, test, vi } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { createQueryClient, onMutationFailure, onSessionOver } from '../query-client'
import { refreshWork } from '../refresh'
import { taskKeys } from '../tasks/keys'
import { taskId } from '../../../tests/support/ids'
import { useEnsureDay } from './use-ensure-day'

const api = startFakeApi()
const today = parseLocalDate('2021-09-30')
const tomorrow = parseLocalDate('2021-10-01')
const told = vi.fn()

/** A shell that is open on a day, beside a page that has read a task. */
function openShell() {
  onMutationFailure(told)
  onSessionOver(told)
  const queryClient = createQueryClient()
  queryClient.setQueryData(taskKeys.detail(taskId('t')), {})
  const view = renderHook(({ day }) => useEnsureDay(day), {
    initialProps: { day: today },
    wrapper: ({ children }) => (
      <StrictMode>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </StrictMode>
    ),
  })
  const isTaskOld = () => queryClient.getQueryState(taskKeys.detail(taskId('t')))?.isInvalidated === true
  const isSettled = () => waitFor(() => expect(queryClient.isFetching()).toBe(0))
  return { ...view, queryClient, isTaskOld, isSettled }
}
const timesAsked = () => api.callsOf('ensure_day').length

test('the first on a day has it turned part by part, and what was read before is read again', async () => {
  api.rpc('ensure_day', () => timesAsked() < 3)
  const shell = openShell()
  await waitFor(() => expect(shell.isTaskOld()).toBe(true))
  expect(timesAsked()).toBe(3)
})

test('whoever comes later changes nothing on the page', async () => {
  api.rpc('ensure_day', () => false)
  const shell = openShell()
  await waitFor(() => expect(timesAsked()).toBe(1))
  await shell.isSettled()
  expect(shell.isTaskOld()).toBe(false)
})

test('asks once a day: not when the shell is drawn anew, not after a write, but when midnight has passed', async () => {
  api.rpc('ensure_day', () => false)
  const shell = openShell()
  await waitFor(() => expect(timesAsked()).toBe(1))
  await shell.isSettled()
  shell.rerender({ day: today })
  await refreshWork(shell.queryClient)
  expect(timesAsked()).toBe(1)
  shell.rerender({ day: tomorrow })
  await waitFor(() => expect(timesAsked()).toBe(2))
})

test('the next to sign in asks again', async () => {
  api.rpc('ensure_day', () => false)
  const first = openShell()
  await waitFor(() => expect(timesAsked()).toBe(1))
  await first.isSettled()
  first.unmount()
  first.queryClient.clear()
  openShell()
  await waitFor(() => expect(timesAsked()).toBe(2))
})

test('a failure is nobody’s business: nothing is shown, nothing is tried again', async () => {
  api.rpc('ensure_day', () => {
    throw new Refused({ key: 'server_busy', status: 503 })
  })
  const shell = openShell()
  await waitFor(() => expect(timesAsked()).toBe(1))
  await shell.isSettled()
  shell.rerender({ day: today })
  expect(timesAsked()).toBe(1)
  expect(told).not.toHaveBeenCalled()
  expect(shell.isTaskOld()).toBe(false)
})
