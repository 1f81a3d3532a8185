import { expect, test } from 'vitest'
import { groupedNames } from './grouped-names'

const streets = { name: '各街道', members: ['东街道', '西街道', '南街道', '北街道'] }
const all = { name: '各单位', members: [...streets.members, '教育局'] }

test('a whole group is said by its name and size, the others by theirs', () => {
  expect(groupedNames('教育局、东街道、西街道、南街道、北街道', [streets])).toBe('各街道（4 个）、教育局')
})

test('the largest group that is whole stands for all of it', () => {
  expect(groupedNames('教育局、东街道、西街道、南街道、北街道', [streets, all])).toBe('各单位（5 个）')
})

test('a group with one member missing is not named, nor is anything shortened that is short', () => {
  const three = '东街道、西街道、南街道、教育局'
  expect(groupedNames(three, [streets, all])).toBe(three)
  expect(groupedNames('教育局', [all])).toBe('教育局')
  expect(groupedNames('', [all])).toBe('')
})
