import { invitationPageOptions } from '@/data/accounts/queries'
import { queryClient } from '@/data/query-client'
import { paths } from '@/domain/addresses/paths'
import { afterEach, expect, it } from 'vitest'
import { firstReads, type PageName } from '../page-code'

const ID = '00000000-0000-4000-8000-000000000001'
const names = Object.keys(firstReads) as PageName[]

afterEach(() => queryClient.clear())

it.each(names)('what the page %s reads first it does not ask for again when it appears, however late', async (name) => {
  const { readFirst } = (await firstReads[name]?.()) ?? {}
  const parameter = /:(\w+)/.exec(paths[name].pattern)?.[1]
  readFirst?.({ params: parameter === undefined ? {} : { [parameter]: ID }, search: new URLSearchParams() })
  const queries = queryClient.getQueryCache().getAll()
  expect(queries.length).toBeGreaterThan(0)
  const asksAgain = queries.filter(({ options }) => {
    const { staleTime, refetchOnMount } = options as { staleTime?: unknown; refetchOnMount?: unknown }
    return staleTime === 0 && refetchOnMount !== false
  })
  expect(asksAgain.map(({ queryKey }) => queryKey)).toEqual([])
})

it('what is read first is the list that the address opens', async () => {
  const { readFirst } = (await firstReads.accounts?.()) ?? {}
  readFirst?.({ params: {}, search: new URLSearchParams('tab=invitations&invitations-page=2') })
  const keys = queryClient
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) => queryKey)
  expect(keys).toEqual([invitationPageOptions(2).queryKey])
})
