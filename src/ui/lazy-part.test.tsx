import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useState } from 'react'
import { expect, it } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { lazyPart, openedPart } from './lazy-part'

const Words = ({ words }: { readonly words: string }) => <p>{words}</p>

it('leaves the page as it is when a part cannot be fetched, and tries again when asked', async () => {
  let isOnline = false
  const Part = lazyPart(() => (isOnline ? Promise.resolve(Words) : Promise.reject(new TypeError('Failed to fetch'))))
  renderPage(
    <>
      <input aria-label="已填" defaultValue="写了很久" />
      <Suspense>
        <Part words="取到了" />
      </Suspense>
    </>,
  )
  expect((await screen.findByRole('alert')).textContent).toContain('没有取到')
  expect(screen.getByLabelText('已填')).toHaveProperty('value', '写了很久')
  isOnline = true
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(await screen.findByText('取到了')).toBeTruthy()
})

it('shows what stands in, where there is something', async () => {
  const Part = lazyPart<{ readonly words: string }>(
    () => Promise.reject(new Error('gone')),
    () => <p>简单的</p>,
  )
  renderPage(
    <Suspense>
      <Part words="" />
    </Suspense>,
  )
  expect(await screen.findByText('简单的')).toBeTruthy()
})

it('says over the page that a drawer could not be fetched, and fetches it when it is opened again', async () => {
  let isOnline = false
  const Drawer = openedPart<{ readonly onClose: () => void }>(() =>
    isOnline ? Promise.resolve(() => <p>抽屉</p>) : Promise.reject(new TypeError('Failed to fetch')),
  )
  function Page() {
    const [isOpen, setIsOpen] = useState(false)
    return (
      <>
        <button onClick={() => setIsOpen(true)}>打开</button>
        <Drawer isOpen={isOpen} onClose={() => setIsOpen(false)} />
      </>
    )
  }
  renderPage(<Page />)
  await userEvent.click(screen.getByText('打开'))
  expect((await screen.findByRole('alert')).textContent).toContain('没有取到')
  isOnline = true
  await userEvent.click(screen.getByText('打开'))
  expect(await screen.findByText('抽屉')).toBeTruthy()
})
