import { describe, expect, it } from 'vitest'
import { unitId } from '../../../tests/support/ids'
import { inviteAll, linksAsText } from './invite'

const invitees = ['甲局', '乙局', '丙局'].map((name) => ({ role: 'department' as const, unitId: unitId(name), name }))
const urlOf = (code: string) => `http://x/invitation#${code}`

describe('inviting many', () => {
  it('gives one link each, in order', async () => {
    const counts: number[] = []
    const { issued, error } = await inviteAll({
      invitees,
      urlOf,
      invite: ({ name }) => Promise.resolve({ code: name, expiresAt: '2021-07-01T00:00:00Z' }),
      onIssued: (count) => counts.push(count),
    })
    expect(error).toBeNull()
    expect(counts).toEqual([1, 2, 3])
    expect(linksAsText(issued).split('\n')[1]).toBe('乙局\thttp://x/invitation#乙局')
  })
  it('keeps the links already made when one fails', async () => {
    const failure = new Error('no')
    const { issued, error } = await inviteAll({
      invitees,
      urlOf,
      invite: ({ name }) =>
        name === '丙局' ? Promise.reject(failure) : Promise.resolve({ code: name, expiresAt: '' }),
      onIssued: () => undefined,
    })
    expect(issued.map(({ name }) => name)).toEqual(['甲局', '乙局'])
    expect(error).toBe(failure)
  })
})
