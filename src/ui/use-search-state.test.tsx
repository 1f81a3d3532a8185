import { renderPage } from '../../tests/support/render-page'
import { act, screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { readSearch, useSearchState, useSearchValues, type SearchDefaults, type SearchValue } from './use-search-state'

const defaults = { words: '', page: 1, signals: [], isOpen: false } as const

describe('the address', () => {
  it('is read by kind and falls back on nonsense', () => {
    const read = (text: string) => readSearch(defaults, new URLSearchParams(text))
    expect(read('page=3&signals=red,yellow&isOpen=true&words=公开')).toEqual({
      page: 3,
      signals: ['red', 'yellow'],
      isOpen: true,
      words: '公开',
    })
    expect(read('page=x&signals=&isOpen=maybe')).toEqual(defaults)
    expect(read('page=')).toEqual(defaults)
  })
})

let update: (patch: Readonly<Record<string, SearchValue | undefined>>) => void = () => undefined

function Page({ defaults: all }: { readonly defaults: SearchDefaults }) {
  const [values, change] = useSearchValues(all)
  useEffect(() => {
    update = change
  }, [change])
  return <output>{JSON.stringify(values)}</output>
}

function open(address: string, all: SearchDefaults) {
  const { router } = renderPage(<Page defaults={all} />, { address })
  return { search: () => router.state.location.search, values: () => JSON.parse(screen.getByRole('status').innerHTML) }
}

describe('search state', () => {
  it('keeps the address short and other parameters untouched, and starts again at the first page', async () => {
    const page = open('/?page=3&other=1', defaults)
    act(() => update({ words: 'a b' }))
    expect(page.values()).toMatchObject({ words: 'a b', page: 1 })
    await waitFor(() => expect(page.search()).toBe('?other=1&words=a+b'))
    act(() => update({ page: 4 }))
    await waitFor(() => expect(page.search()).toBe('?other=1&words=a+b&page=4'))
  })

  it('writes a list as one parameter and drops an empty one', async () => {
    const page = open('/', defaults)
    act(() => update({ signals: ['red', 'yellow'] }))
    await waitFor(() => expect(decodeURIComponent(page.search())).toBe('?signals=red,yellow'))
    act(() => update({ signals: [], words: undefined }))
    await waitFor(() => expect(page.search()).toBe(''))
  })

  it('keeps both of two changes made by one handler', async () => {
    const page = open('/?other=1', { plan: '', signal: '' })
    // Both by the same handler, as it was before the first of them was rendered.
    const first = update
    act(() => {
      first({ plan: 'p1' })
      first({ signal: 'red' })
    })
    await waitFor(() => expect(page.search()).toBe('?other=1&plan=p1&signal=red'))
  })

  it('shows a change at once, and follows a link to the same page', async () => {
    function Both() {
      const [search] = useSearchState(defaults)
      return <output>{search.words}</output>
    }
    const { router } = renderPage(<Both />, { address: '/?words=a' })
    expect(screen.getByRole('status').innerHTML).toBe('a')
    await act(() => router.navigate('/?words=b'))
    await waitFor(() => expect(screen.getByRole('status').innerHTML).toBe('b'))
    await act(() => router.navigate('/'))
    await waitFor(() => expect(screen.getByRole('status').innerHTML).toBe(''))
  })
})
