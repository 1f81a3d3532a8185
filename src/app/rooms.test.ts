import { paths } from '@/domain/addresses/paths'
import { obligationId, planId, submissionId } from '../../tests/support/ids'
import { expect, test } from 'vitest'
import { isInRoom, rooms } from './rooms'

const roomAt = (path: string) => rooms.filter((room) => isInRoom(room, path)).map(({ label }) => label)

test.each([
  [paths.queue.to(), '待办'],
  [paths.review.to(submissionId('s')), '待办'],
  [paths.myTasks.to(), '我的任务'],
  [paths.obligation.to(obligationId('o')), '我的任务'],
  [paths.plans.to(), '计划'],
  [paths.planCheck.to(planId('p')), '计划'],
])('%s belongs to %s', (path, label) => expect(roomAt(path)).toEqual([label]))

test('a page of no room marks none', () => expect(roomAt(paths.me.to())).toEqual([]))
