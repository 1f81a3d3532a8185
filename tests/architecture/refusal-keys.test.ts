import { findErrorMessage } from '@/data/error-messages'
import { describe, expect, it } from 'vitest'
import { refusalKeys } from './refusal-keys'
import { readSourceFiles } from './source-files'

const migrations = readSourceFiles('supabase/migrations', ['.sql'])
const keysIn = (text: string) => refusalKeys([{ path: 'supabase/migrations/a.sql', text }])

describe('refusals of the database', () => {
  it('each have a sentence for the reader', () => {
    expect(refusalKeys(migrations).filter((key) => findErrorMessage(key) === undefined)).toEqual([])
  })
  it('end in a full stop and do not shout', () => {
    const sentences = refusalKeys(migrations).flatMap((key) => findErrorMessage(key, '1') ?? [])
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
  })
})
