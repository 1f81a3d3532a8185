import { cpuSeconds } from './cpu-seconds'

/** Work in proportion to its input is 4 here, work that goes over all of it for each part of it 16. */
const TOO_MUCH = 9
const ROUNDS = 5
/** Below it the clock of the process measures itself. */
const LEAST_SECONDS = 0.005

/**
 * How many times as much work four times the input is: what it costs a fast machine or a busy one is no matter. Each
 * is measured again, up to five times, and the least counts, as other work can only add to it.
 */
export async function growthOf<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size: number,
): Promise<number> {
  const [small, large] = [make(size), make(4 * size)]
  let [least, most] = [Infinity, Infinity]
  for (let round = 0; round < ROUNDS; round += 1) {
    least = Math.min(least, await cpuSeconds(() => work(small)))
    most = Math.min(most, await cpuSeconds(() => work(large)))
    if (round > 0 && most / Math.max(least, LEAST_SECONDS) < TOO_MUCH) break
  }
  return most / Math.max(least, LEAST_SECONDS)
}

/** Throws where work grows faster than its input. */
export async function expectLinearGrowth<Input>(
  make: (size: number) => Input,
  work: (input: Input) => unknown,
  size: number,
): Promise<void> {
  const growth = await growthOf(make, work, size)
  if (growth >= TOO_MUCH) throw new Error(`Four times the input is ${growth.toFixed(1)} times the work.`)
}
