import { expect, test } from 'vitest'
import type { ApiCall } from './load-client'
import { ReportCalls } from './report-calls'

const IDS = { p_assignment_id: 'a', p_milestone_id: 'm' }

function recorder(answers: string[]) {
  const calls: { rpc: string; body: unknown }[] = []
  const send = async ({ rpc, body }: ApiCall) => {
    calls.push({ rpc, body: JSON.parse(body) })
    return answers.shift() ?? ''
  }
  return { calls, send }
}

test('says what the function of this schema asks for, and submits what was saved', async () => {
  const functions = [
    { name: 'save_report_draft', arguments: ['p_assignment_id', 'p_milestone_id', 'p_percent', 'p_new'] },
  ]
  const { calls, send } = recorder(['[{"report_id":"r","revision":1}]'])
  await new ReportCalls(functions).saveAndSubmit({ unit: 3, ids: IDS }, send)
  expect(calls).toEqual([
    { rpc: 'save_report_draft', body: { p_assignment_id: 'a', p_milestone_id: 'm', p_percent: 60 } },
    { rpc: 'submit_report', body: { p_report_id: 'r', p_expected_revision: 1 } },
  ])
})

test('hands in by one call where the schema has it', async () => {
  const reports = new ReportCalls([{ name: 'hand_in_report', arguments: ['p_obligation_id', 'p_kind'] }])
  const { calls, send } = recorder([''])
  await reports.handIn({ unit: 3, ids: { p_obligation_id: 'o' } }, send)
  expect(calls).toEqual([{ rpc: 'hand_in_report', body: { p_obligation_id: 'o', p_kind: 'progress' } }])
  expect([reports.has('hand_in_report'), reports.has('submit_report')]).toEqual([true, false])
})

test('does not go on with something that is no saved report', async () => {
  const { send } = recorder(['[]'])
  const reports = new ReportCalls([{ name: 'save_report_draft', arguments: [] }])
  await expect(reports.saveAndSubmit({ unit: 0, ids: IDS }, send)).rejects.toThrow('not a saved report: []')
})
