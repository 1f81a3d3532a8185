import { parseArgs } from 'node:util'

/** What one run of the benchmark is asked to do. */
export interface BenchOptions {
  /** How many tasks the database holds; each number is a run of its own. */
  tasks: number[]
  /** The longest time that one measure loops. */
  seconds: number
  /** Beginnings of the names of the measures to make; empty means all. */
  only: string[]
  /** A file of an earlier run to compare with. */
  against?: string
  /** Where the results are written as JSON. */
  out?: string
}

/** The command line says something that cannot be done. */
export class UsageError extends Error {}

export const USAGE =
  'usage: npm run bench -- [--tasks 5000,100000] [--seconds 4] [--only list,rush] [--against FILE] [--out FILE]'

/** With fewer tasks units would run out of obligations to report on, and a list would not be full. */
const FEWEST_TASKS = 1_000
const MOST_TASKS = 1_000_000

/** Reads the command line; `DATABASE_URL` in the environment decides about the engine. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { tasks, seconds, only, against, out } = parse(args)
  return {
    tasks: list(tasks).map((each) => wholeNumber('--tasks', each, FEWEST_TASKS, MOST_TASKS)),
    seconds: wholeNumber('--seconds', seconds, 1, 600),
    only: list(only),
    ...(against === undefined ? {} : { against }),
    ...(out === undefined ? {} : { out }),
  }
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        tasks: { type: 'string', default: '5000' },
        seconds: { type: 'string', default: '4' },
        only: { type: 'string', default: '' },
        against: { type: 'string' },
        out: { type: 'string' },
      },
    })
    return values
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new UsageError(`${name} takes a whole number from ${least} to ${most}, not ${text}\n${USAGE}`)
}
