import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { useFeedback } from './feedback-context'

afterEach(() => vi.useRealTimers())

function Page({ onAnswer = () => undefined }: { readonly onAnswer?: (isYes: boolean) => void }) {
  const { say, ask } = useFeedback()
  const question = { title: '丢弃这份草稿？', content: '文字会删除。', okText: '丢弃', cancelText: '不丢弃' }
  return (
    <>
      <button onClick={() => say('已保存')}>保存</button>
      <button onClick={() => say('没有保存', 'bad')}>失败</button>
      <button onClick={() => void ask(question).then(onAnswer)}>问</button>
    </>
  )
}

it('says what was done, and lets it go by itself; what failed stays longer', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  renderPage(<Page />)
  act(() => screen.getByText('保存').click())
  act(() => screen.getByText('失败').click())
  expect(screen.getByRole('status').textContent).toBe('已保存')
  expect(screen.getByRole('alert').textContent).toBe('没有保存')
  act(() => vi.advanceTimersByTime(3_100))
  expect(screen.queryByRole('status')).toBeNull()
  expect(screen.getByRole('alert').textContent).toBe('没有保存')
  act(() => vi.advanceTimersByTime(5_000))
  expect(screen.queryByRole('alert')).toBeNull()
})

it.each([
  ['丢弃', true],
  ['不丢弃', false],
])('asks, and %s answers %s', async (name, isYes) => {
  const onAnswer = vi.fn()
  renderPage(<Page onAnswer={onAnswer} />)
  await userEvent.click(screen.getByText('问'))
  expect((await screen.findByRole('dialog')).textContent).toContain('文字会删除。')
  await userEvent.click(screen.getByRole('button', { name }))
  await waitFor(() => expect(onAnswer).toHaveBeenCalledWith(isYes))
  await userEvent.click(screen.getByText('问'))
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(onAnswer).toHaveBeenLastCalledWith(false))
})

it('lets a second question wait until the first is answered, and answers each with its own', async () => {
  const answers: string[] = []
  function Asker() {
    const { ask } = useFeedback()
    const askFor = (title: string) =>
      void ask({ title, okText: '是', cancelText: '否' }).then((isYes) => answers.push(`${title} ${String(isYes)}`))
    return (
      <button
        onClick={() => {
          askFor('第一问')
          askFor('第二问')
        }}
      >
        问
      </button>
    )
  }
  renderPage(<Asker />)
  await userEvent.click(screen.getByText('问'))
  expect(await screen.findByRole('dialog', { name: '第一问' })).toBeDefined()
  expect(screen.queryByText('第二问')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '否' }))
  expect(await screen.findByRole('dialog', { name: '第二问' })).toBeDefined()
  expect(answers).toEqual(['第一问 false'])
  await userEvent.click(screen.getByRole('button', { name: '是' }))
  await waitFor(() => expect(answers).toEqual(['第一问 false', '第二问 true']))
  expect(screen.queryByRole('dialog')).toBeNull()
})
