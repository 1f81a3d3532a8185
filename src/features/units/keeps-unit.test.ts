import { expect, it } from 'vitest'
import { keepsUnit } from './keeps-unit'

const unit = { name: '东门街道', retiredOn: null, aliases: [{ alias: '东门街道办' }], groups: ['各街道'], accounts: 0 }
const any = { words: '', retired: false, accountless: false }

it('finds a unit by name, alias or group, whatever the width', () => {
  for (const words of ['东门', '街道办', ' 各街道 ', '']) expect(keepsUnit(unit, { ...any, words })).toBe(true)
  expect(keepsUnit(unit, { ...any, words: '南门' })).toBe(false)
})
it('shows a retired unit only when asked for', () => {
  const retired = { ...unit, retiredOn: '2021-01-01' }
  expect(keepsUnit(retired, any)).toBe(false)
  expect(keepsUnit(retired, { ...any, retired: true })).toBe(true)
})
it('leaves those without an account when asked for, and nobody while it is not known', () => {
  const accountless = { ...any, accountless: true }
  expect(keepsUnit(unit, accountless)).toBe(true)
  expect(keepsUnit({ ...unit, accounts: 2 }, accountless)).toBe(false)
  expect(keepsUnit({ ...unit, accounts: undefined }, accountless)).toBe(false)
})
