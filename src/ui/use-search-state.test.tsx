import { act, render } from '@testing-library/react'
import { useEffect } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { useSearchState } from './use-search-state'

const defaults = { plan: '', signal: '', page: 1 } as const
let update: (patch: { plan?: string; signal?: string }) => void = () => undefined

function Page() {
  const [, change] = useSearchState(defaults)
  useEffect(() => {
    update = change
  }, [change])
  return null
}

it('a change made while another is on its way keeps both', async () => {
  // Every page's loader asks who is signed in, so an address never changes at once.
  const gates: (() => void)[] = []
  const loader = () => new Promise<null>((resolve) => gates.push(() => resolve(null)))
  const openGates = () => act(async () => gates.splice(0).forEach((open) => open()))
  const router = createMemoryRouter([{ path: '/', loader, element: <Page />, HydrateFallback: () => null }], {
    initialEntries: ['/?other=1'],
  })
  render(<RouterProvider router={router} />)
  await openGates()
  // Both by the same handler, as it was before the first of them was rendered.
  const first = update
  await act(async () => {
    first({ plan: 'p1' })
    first({ signal: 'red' })
  })
  expect(router.state.location.search).toBe('?other=1')
  await openGates()
  expect(router.state.location.search).toBe('?other=1&plan=p1&signal=red')
})
