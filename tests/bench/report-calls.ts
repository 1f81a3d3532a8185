import type { ApiFunction, FreshObligation } from './fill'
import type { ApiCall } from './load-client'

/** The functions that hand a report in: in two calls, and, where the schema has it, in one. */
export const REPORT_FUNCTIONS = ['save_report_draft', 'submit_report', 'hand_in_report'] as const

/** What is said in every report. */
const WORDS: Readonly<Record<string, unknown>> = {
  p_expected_revision: 0,
  p_kind: 'progress',
  p_percent: 60,
  p_done: '已印发实施方案，完成三个乡镇的公开专区建设。',
  p_next_steps: '下一步推广到全部乡镇。',
  p_problems: '',
}

/** How a report is handed in through this database's functions; `send` sends one call and answers its body. */
export class ReportCalls {
  constructor(private readonly functions: readonly ApiFunction[]) {}

  has(name: (typeof REPORT_FUNCTIONS)[number]): boolean {
    return this.functions.some((each) => each.name === name)
  }

  /** Saves the working copy, then hands it in. */
  async saveAndSubmit(obligation: FreshObligation, send: (call: ApiCall) => Promise<string>): Promise<void> {
    const { reportId, revision } = readSaved(await send(this.#call('save_report_draft', obligation)))
    const body = JSON.stringify({ p_report_id: reportId, p_expected_revision: revision })
    await send({ rpc: 'submit_report', body, leastBytes: 36 })
  }

  /** Does both in one call. */
  async handIn(obligation: FreshObligation, send: (call: ApiCall) => Promise<string>): Promise<void> {
    await send(this.#call('hand_in_report', obligation))
  }

  /** Every argument of the function that we have something to say to. */
  #call(name: (typeof REPORT_FUNCTIONS)[number], { ids }: FreshObligation): ApiCall {
    const known = this.functions.find((each) => each.name === name)
    if (known === undefined) throw new Error(`the schema has no function ${name}`)
    const values = { ...WORDS, ...ids }
    const given = known.arguments.filter((argument) => argument in values)
    const body = Object.fromEntries(given.map((argument) => [argument, Reflect.get(values, argument)]))
    return { rpc: name, body: JSON.stringify(body), leastBytes: 36 }
  }
}

/** The working copy as the function answers it: one row. */
function readSaved(text: string): { reportId: string; revision: number } {
  const parsed: unknown = JSON.parse(text)
  const row: unknown = Array.isArray(parsed) ? parsed[0] : parsed
  const field = (name: string): unknown =>
    typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined
  const reportId = field('report_id')
  const revision = field('revision')
  if (typeof reportId === 'string' && typeof revision === 'number') return { reportId, revision }
  throw new Error(`not a saved report: ${text.slice(0, 500)}`)
}
