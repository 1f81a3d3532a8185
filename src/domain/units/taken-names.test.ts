import { expect, it } from 'vitest'
import { takenNames } from './taken-names'

it('knows units, groups and the aliases of both, whatever their width', () => {
  const taken = takenNames({
    units: [{ name: '县司法局', aliases: [{ alias: '司法局' }] }],
    groups: [{ name: '各街道（镇）', aliases: [{ alias: '各镇街' }] }],
  })
  expect(taken.get('县司法局')).toEqual({ as: 'unit', name: '县司法局' })
  expect(taken.get('各街道(镇)')).toEqual({ as: 'group', name: '各街道（镇）' })
  expect(taken.get('司法局')?.as).toBe('alias')
  expect(taken.get('各镇街')?.as).toBe('alias')
})
