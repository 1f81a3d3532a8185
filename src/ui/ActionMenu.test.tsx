import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { ActionMenu } from './ActionMenu'

const [edit, remove] = [vi.fn(), vi.fn()]
const trigger = () => screen.getByRole('button', { name: '「一」的操作' })
beforeEach(() => {
  vi.clearAllMocks()
  renderPage(
    <>
      <ActionMenu
        label="「一」的操作"
        actions={[
          { label: '改标题', onChoose: edit },
          { label: '删除', isDanger: true, onChoose: remove },
        ]}
      />
      <p>别处</p>
    </>,
  )
})

describe('a menu of actions', () => {
  it('does what is clicked, once, and is shut', async () => {
    await userEvent.click(trigger())
    await userEvent.click(screen.getByRole('menuitem', { name: '删除' }))
    expect(remove).toHaveBeenCalledOnce()
    expect(edit).not.toHaveBeenCalled()
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(trigger())
  })
  it('is gone through by arrows and left by Escape, back to its button', async () => {
    await userEvent.tab()
    await userEvent.keyboard('{Enter}{ArrowUp}')
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: '删除' }))
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: '改标题' }))
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(trigger())
  })
  it('shuts when the reader turns elsewhere', async () => {
    await userEvent.click(trigger())
    await userEvent.click(screen.getByText('别处'))
    expect(screen.queryByRole('menu')).toBeNull()
    expect(trigger().getAttribute('aria-expanded')).toBe('false')
  })
})
