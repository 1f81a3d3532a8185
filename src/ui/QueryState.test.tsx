import { AppError } from '@/data/errors'
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../tests/support/render-page'
import { QueryState } from './QueryState'

const settled = { data: undefined, error: null, isFetching: false, refetch: () => undefined }

function show(query: Parameters<typeof QueryState<readonly string[]>>[0]['query']) {
  return renderPage(
    <QueryState query={query} skeleton={<p>骨架</p>} empty={<p>没有逾期</p>}>
      {(names) => <p>{names.join('、')}</p>}
    </QueryState>,
  )
}

describe('QueryState', () => {
  it('waits with a skeleton', () => {
    show({ ...settled, isFetching: true })
    expect(screen.getByText('骨架')).toBeTruthy()
  })
  it('says what failed and tries again', async () => {
    const refetch = vi.fn()
    show({ ...settled, error: new AppError('network_unreachable'), refetch })
    expect(screen.getByRole('alert').textContent).toContain('无法连接服务器')
    expect(screen.queryByText('没有逾期')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(refetch).toHaveBeenCalledOnce()
  })
  it('shows emptiness only when the answer is empty', () => {
    show({ ...settled, data: [] })
    expect(screen.getByText('没有逾期')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })
  it('keeps data when refreshing fails, and says that it may be old', () => {
    show({ ...settled, data: ['教育局'], error: new AppError('http_503', { status: 503 }) })
    expect(screen.getByText('教育局')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toContain('可能不是最新内容')
  })
  it('never passes off a failed refresh of an empty list as "nothing overdue" in silence', () => {
    show({ ...settled, data: [], error: new AppError('http_503', { status: 503 }) })
    expect(screen.getByRole('alert')).toBeTruthy()
  })
})
