import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { Choice } from './Choice'

const choices = [
  { value: 'a', label: '甲单位' },
  { value: 'b', label: '乙单位' },
]

it('is found by its label and answers what was chosen', async () => {
  const onChange = vi.fn()
  renderPage(<Choice label="单位" all="全部单位" value="" choices={choices} onChange={onChange} />)
  await userEvent.click(screen.getByRole('combobox', { name: '单位' }))
  await userEvent.click(await screen.findByText('乙单位'))
  expect(onChange.mock.calls[0]?.[0]).toBe('b')
})

it('shows no bare id while the names are fetched', () => {
  const { container } = renderPage(
    <Choice label="单位" all="全部单位" value="b" choices={undefined} onChange={() => undefined} />,
  )
  expect(container.textContent).toContain('全部单位')
})
