import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../tests/support/render-page'
import { Tabs } from './Tabs'

type Key = 'a' | 'b' | 'c'

function Example() {
  const [active, setActive] = useState<Key>('a')
  return (
    <Tabs
      active={active}
      onChange={setActive}
      tabs={[
        { key: 'a', label: '甲 2', panel: <input aria-label="甲的内容" /> },
        { key: 'b', label: '乙', panel: <p>乙的内容</p> },
        { key: 'c', label: '丙', panel: <p>丙的内容</p> },
      ]}
    />
  )
}
const chosen = () => screen.getByRole('tab', { selected: true })

describe('tabs', () => {
  it('make a panel when it is first shown, and keep what was typed in it', async () => {
    renderPage(<Example />)
    expect(screen.queryByText('乙的内容')).toBeNull()
    await userEvent.type(screen.getByLabelText('甲的内容'), '字')
    await userEvent.click(screen.getByRole('tab', { name: '乙' }))
    expect(screen.getByRole('tabpanel', { name: '乙' }).textContent).toBe('乙的内容')
    expect(screen.queryByRole('textbox')).toBeNull()
    await userEvent.click(screen.getByRole('tab', { name: '甲 2' }))
    expect(screen.getByRole('textbox')).toHaveProperty('value', '字')
  })
  it('are one stop of the Tab key, and arrows go round them', async () => {
    renderPage(<Example />)
    await userEvent.tab()
    expect(document.activeElement).toBe(chosen())
    await userEvent.keyboard('{ArrowLeft}')
    expect(chosen().textContent).toBe('丙')
    expect(document.activeElement).toBe(chosen())
    await userEvent.keyboard('{Home}{ArrowRight}')
    expect(chosen().textContent).toBe('乙')
    await userEvent.keyboard('{End}')
    expect(screen.getByRole('tabpanel').textContent).toBe('丙的内容')
  })
})
