import { expect, it } from 'vitest'
import { keepsUnit } from './keeps-unit'

const unit = { name: '东门街道', retiredOn: null, aliases: [{ alias: '东门街道办' }], groups: ['各街道'] }

it('finds a unit by name, alias or group, whatever the width', () => {
  expect(keepsUnit(unit, '东门', false)).toBe(true)
  expect(keepsUnit(unit, '街道办', false)).toBe(true)
  expect(keepsUnit(unit, ' 各街道 ', false)).toBe(true)
  expect(keepsUnit(unit, '', false)).toBe(true)
  expect(keepsUnit(unit, '南门', false)).toBe(false)
})
it('shows a retired unit only when asked for', () => {
  const retired = { ...unit, retiredOn: '2021-01-01' }
  expect(keepsUnit(retired, '', false)).toBe(false)
  expect(keepsUnit(retired, '', true)).toBe(true)
})
