import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SignalBar } from './SignalBar'

const counts = { red: 1, yellow: 2, due_soon: 1, green: 3, grey: 0, before_given: 1, complete: 4 }

test('each signal is drawn in a way of its own, so that it is told apart without its colour', () => {
  const { container } = render(<SignalBar counts={counts} max={20} />)
  const parts = [...container.querySelectorAll('[data-signal]')]
  const looks = parts.map((part) => {
    const shape = part.querySelector('rect')
    return `${shape?.getAttribute('class') ?? ''} ${shape?.getAttribute('fill')?.replace(/.*(yellow|complete).*/, '$1') ?? ''}`
  })
  expect(new Set(looks).size).toBe(parts.length)
  expect(parts.map((part) => part.getAttribute('data-signal'))).toEqual([
    'red',
    'yellow',
    'due_soon',
    'green',
    'before_given',
    'complete',
  ])
})

test('lengths share one scale and follow each other without a gap', () => {
  const { container } = render(<SignalBar counts={counts} max={20} />)
  const parts = [...container.querySelectorAll('[data-signal]')]
  expect(parts.map((part) => [part.getAttribute('x'), part.getAttribute('width')])).toEqual([
    ['0%', '5%'],
    ['5%', '10%'],
    ['15%', '5%'],
    ['20%', '15%'],
    ['35%', '5%'],
    ['40%', '20%'],
  ])
})

test('is drawn, not filled by backgrounds, and says its figures; paper shows it', () => {
  render(<SignalBar counts={counts} max={20} />)
  const bar = screen.getByRole('img', { name: /正常 3 项/ })
  expect(bar.tagName).toBe('svg')
  expect(bar.closest('[data-print="hide"]')).toBeNull()
})
