import { expect, it } from 'vitest'
import { obligationId, planId, taskId, unitId } from '../../../tests/support/ids'
import { paths, taskListPath } from './paths'

it('lead to the page of one thing and read back which', () => {
  expect(paths.task.to(taskId('t/1'))).toBe('/tasks/t%2F1')
  expect(paths.planCheck.to(planId('p1'))).toBe('/plans/p1/check')
  expect(paths.obligation.idIn({ obligationId: 'o1' })).toBe(obligationId('o1'))
  expect(() => paths.task.idIn({ unitId: 'u1' })).toThrow(RangeError)
})

it('take no other id: the compiler refuses it', () => {
  // @ts-expect-error a unit is no task
  expect(paths.task.to(unitId('x'))).toBe('/tasks/x')
  // @ts-expect-error nor is any text
  expect(paths.task.to('x')).toBe('/tasks/x')
  // @ts-expect-error a plan is no unit
  expect(taskListPath({ unit: planId('x') })).toBe('/tasks?unit=x')
})
