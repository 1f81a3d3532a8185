import { expect, test } from 'vitest'
import { taskName } from './task-name'

test('a number in brackets or with a mark stands at its title, a bare figure apart', () => {
  expect(taskName({ number: '（三）', title: '规范公开' })).toBe('（三）规范公开')
  expect(taskName({ number: '3.', title: '规范公开' })).toBe('3.规范公开')
  expect(taskName({ number: '3', title: '规范公开' })).toBe('3 规范公开')
})

test('a task without a number is called by its title', () => {
  expect(taskName({ number: null, title: '规范公开' })).toBe('规范公开')
})
