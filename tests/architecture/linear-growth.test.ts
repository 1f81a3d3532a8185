import { expect, it } from 'vitest'
import { expectLinearGrowth } from '../support/linear-growth'

const make = (size: number) => Array.from({ length: size }, (_, index) => index)
const once = (items: readonly number[]) => items.map((item) => Math.sqrt(item)).join()
const forEach = (items: readonly number[]) => items.map((item) => items.lastIndexOf(-1 - item)).length

it('tells work in proportion to its input from work that grows with its square', async () => {
  await expectLinearGrowth(make, once, 50_000)
  await expect(expectLinearGrowth(make, forEach, 6_000)).rejects.toThrow('times the work')
})
