import { moveErrorMessages } from '@/data/actions/move-error-messages'
import { findErrorMessage } from '@/data/error-messages'
import { planDraftErrorMessages } from '@/data/plan-drafts/plan-draft-error-messages'
import { reportErrorMessages } from '@/data/reports/report-error-messages'
import { taskErrorMessages } from '@/data/tasks/task-error-messages'
import { unitErrorMessages } from '@/data/units/unit-error-messages'
import { describe, expect, it } from 'vitest'
import { constraintNames, refusalKeys, statesIn } from './refusal-keys'
import { readSourceFiles } from './source-files'

const schemas = readSourceFiles('supabase/schemas', ['.sql'])
const file = (text: string) => ({ path: 'supabase/schemas/base/a.sql', text })
const keysIn = (text: string) => refusalKeys([file(text)])
const states = `insert into private.states (subject, state) values
  ('plan', 'draft'), ('plan', 'issued'), -- ('plan', 'lost'),
  ('report', 'draft');`

describe('refusals of the database', () => {
  it('each have a sentence for the reader', () => {
    expect(refusalKeys(schemas).filter((key) => findErrorMessage(key) === undefined)).toEqual([])
  })
  it('end in a full stop and do not shout', () => {
    const sentences = refusalKeys(schemas).flatMap((key) => findErrorMessage(key, '1') ?? [])
    expect(sentences.filter((sentence) => !sentence.endsWith('。') || /[!！]/.test(sentence))).toEqual([])
  })
  it('are found however they are raised', () => {
    const sql = `
      perform private.refuse('plan_is_closed', 409);
      if x then perform private.refuse(
        'unit_names_unresolved', 409, v_names); end if;
      perform private.require_text(p_document ->> 'title', 'plan_title_missing');
      perform private.require_text(p_reason, 'reason_missing');
      raise exception using message = 'period_is_closed', errcode = 'PT409';
      perform private.refuse('reset_code_' || v_problem, 403);
      -- perform private.refuse('not_this_one');
    `
    expect(keysIn(sql)).toEqual([
      'period_is_closed',
      'plan_is_closed',
      'plan_title_missing',
      'reason_missing',
      'reset_code_expired',
      'reset_code_revoked',
      'reset_code_unknown',
      'reset_code_used',
      'unit_names_unresolved',
    ])
  })
  it('are refused themselves when composed from a stem nobody knows', () => {
    expect(() => keysIn(`perform private.refuse('new_stem_' || x);`)).toThrow('new_stem_')
    expect(() => keysIn(`${states} perform private.refuse('task_is_' || x);`)).toThrow('task_is_')
  })
})

describe('refusals of a move', () => {
  it('are one for each state of each subject, and one that it is not there', () => {
    const sql = `${states}
      perform private.refuse(p_subject || '_not_found', 404);
      perform private.refuse(p_subject || '_is_' || v_moved.state, 409);`
    expect(keysIn(sql)).toEqual([
      'plan_is_draft',
      'plan_is_issued',
      'plan_not_found',
      'report_is_draft',
      'report_not_found',
    ])
  })
  it('are those of one subject where it is named', () => {
    expect(keysIn(`${states} perform private.refuse('plan_is_' || v_plan.state, 409);`)).toEqual([
      'plan_is_draft',
      'plan_is_issued',
    ])
  })
  it('are read from the list of states as it is, and in no other way', () => {
    expect([...statesIn(schemas).keys()].length).toBeGreaterThan(5)
    expect(() => keysIn(`perform private.refuse(v_key || '_lost', 409);`)).toThrow('v_key')
    expect(keysIn(`perform private.refuse(p_key, 422);`)).toEqual([])
  })
  it('are all that their sentences are for', () => {
    const moves = [...statesIn(schemas)].flatMap(([subject, all]) => [
      `${subject}_not_found`,
      ...all.map((state) => `${subject}_is_${state}`),
    ])
    expect(Object.keys(moveErrorMessages).sort()).toEqual(moves.sort())
  })
})

it('no sentence is left for what nobody refuses any more', () => {
  const server = readSourceFiles('supabase/local', ['.ts']).map(({ text }) => text)
  // Constraints without a name of ours are named by PostgreSQL.
  const isUnnamed = (key: string) => /_(?:pkey|fkey)$/.test(key)
  const refused = new Set([...refusalKeys(schemas), ...constraintNames(schemas)])
  const sentences = Object.keys({
    ...moveErrorMessages,
    ...planDraftErrorMessages,
    ...reportErrorMessages,
    ...taskErrorMessages,
    ...unitErrorMessages,
  })
  const isOfServer = (key: string) => server.some((text) => text.includes(`'${key}'`))
  expect(sentences.filter((key) => !refused.has(key) && !isUnnamed(key) && !isOfServer(key))).toEqual([])
})
