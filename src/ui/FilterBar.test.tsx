import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { pretendPhone } from '../../tests/support/component-setup'
import { countSet, FilterBar } from './FilterBar'

const bar = (setCount: number) => (
  <FilterBar label="筛选任务" search={<input aria-label="查找" />} setCount={setCount}>
    <select aria-label="计划" />
  </FilterBar>
)

test('shows every filter where there is room', () => {
  render(bar(0))
  expect(screen.getByRole('combobox', { name: '计划' })).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('on a phone keeps the words in sight and the rest behind one button that says how many are set', async () => {
  pretendPhone()
  render(bar(2))
  expect(screen.getByLabelText('查找')).toBeTruthy()
  expect(screen.queryByRole('combobox', { name: '计划' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '筛选（已选 2 项）' }))
  expect(screen.getByRole('combobox', { name: '计划' })).toBeTruthy()
})

test('nothing set is nothing counted', () => {
  expect(countSet(['', 0, false])).toBe(0)
  expect(countSet(['p1', 2026, true, ''])).toBe(3)
})
