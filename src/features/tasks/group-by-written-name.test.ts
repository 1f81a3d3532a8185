import type { Assignment } from '@/domain/tasks/task'
import { expect, it } from 'vitest'
import { assignmentId, unitId } from '../../../tests/support/ids'
import { groupByWrittenName } from './group-by-written-name'

function assignment(unitName: string, writtenName: string): Assignment {
  return {
    id: assignmentId(unitName),
    unitId: unitId(unitName),
    unitName,
    role: 'responsible',
    writtenName,
    withdrawnAt: null,
    withdrawnReason: null,
  }
}

it('gathers the members of a group under the name the document gives them', () => {
  const groups = groupByWrittenName([
    assignment('东门街道', '各街道'),
    assignment('县司法局', '县司法局'),
    assignment('南湖街道', '各街道'),
  ])
  expect(
    groups.map(({ writtenName, assignments }) => [writtenName, assignments.map(({ unitName }) => unitName)]),
  ).toEqual([
    ['各街道', ['东门街道', '南湖街道']],
    ['县司法局', ['县司法局']],
  ])
})
