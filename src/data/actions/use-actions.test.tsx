import type { WorkEvent } from '@/domain/moves/work-event'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Refused, startFakeApi } from '../../../tests/support/fake-api'
import { createQueryClient } from '../query-client'
import { refreshWork } from '../refresh'
import { obligationId } from '../../../tests/support/ids'
import { useActions } from './use-actions'

const api = startFakeApi()
const action = (event: string) => ({ event, to_state: 'open', needs_reason: false })

function ask(isAsked = true) {
  const queryClient = createQueryClient()
  queryClient.setDefaultOptions({ queries: { retry: false, staleTime: 30_000 } })
  const { result } = renderHook(() => useActions('obligation', obligationId('o'), { isAsked }), {
    wrapper: ({ children }) => <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>,
  })
  return { queryClient, actions: () => result.current, events: (): WorkEvent[] => [...result.current.events] }
}

test('is what the database answers; nothing until then', async () => {
  api.rpc('my_actions', () => [action('report_begun')])
  const { actions, events } = ask()
  expect(events()).toEqual([])
  expect(actions().query.isPending).toBe(true)
  await waitFor(() => expect(events()).toEqual(['report_begun']))
  expect(api.callsOf('my_actions')).toEqual([{ p_subject: 'obligation', p_id: 'o' }])
})

test('what this build does not know is not offered, and spoils nothing', async () => {
  api.rpc('my_actions', () => [action('objection_raised'), action('completion_reopened')])
  const { events } = ask()
  await waitFor(() => expect(events()).toEqual(['completion_reopened']))
})

test('a failure is told from "nothing may be done"', async () => {
  api.rpc('my_actions', () => {
    throw new Refused({ key: 'not_permitted', status: 403 })
  })
  const { actions, events } = ask()
  await waitFor(() => expect(actions().query.isLoadingError).toBe(true))
  expect(actions().query.error).toMatchObject({ code: 'not_permitted' })
  expect(events()).toEqual([])
})

test('a write to the work asks again', async () => {
  let answer = [action('report_begun')]
  api.rpc('my_actions', () => answer)
  const { queryClient, events } = ask()
  await waitFor(() => expect(events()).toEqual(['report_begun']))
  answer = []
  await act(() => refreshWork(queryClient))
  await waitFor(() => expect(events()).toEqual([]))
  expect(api.callsOf('my_actions')).toHaveLength(2)
})

test('nothing is asked where there is nothing to ask', () => {
  const { events } = ask(false)
  expect(events()).toEqual([])
  expect(api.calls).toEqual([])
})
