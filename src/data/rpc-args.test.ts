import { expect, it } from 'vitest'
import { givenArgs } from './rpc-args'

it('leaves out what says nothing and keeps zero and false', () => {
  expect(givenArgs({ a: null, b: undefined, c: '', d: 0, e: false, f: 'x' })).toEqual({ d: 0, e: false, f: 'x' })
})
