import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import { readFile } from 'node:fs/promises'
import { WebSocket } from 'ws'
import type { Database, Json } from '../../src/data/database.types'
import { parseLocalDate } from '../../src/domain/local-date/local-date'
import { draftFromParsed } from '../../src/domain/plan-draft/draft-from-parsed'
import { parsePlanDocument } from '../../src/domain/plan-document/parse-plan-document'
import { annualPlanText, fiveYearPlanText } from './demo-plans'
import { writeDemoHistory } from './demo-history'
import { shiftDay } from './demo-stories'
import { demoUnits } from './demo-units'

/** What the server hands to the seed: its address, a working set-up code, and SQL as the owner of the database. */
export interface DemoContext {
  url: string
  publishableKey: string
  setupCode: string
  sql: <Row>(text: string, parameters?: readonly unknown[]) => Promise<Row[]>
  today: string
}

/** An account that the sign-in page offers by one click. */
export interface DemoAccount {
  email: string
  password: string
  label: string
}

type Client = SupabaseClient<Database>

const PASSWORD = 'lanxi-demo-2026'
const LEAD = { email: 'zhou@lanxi.example', name: '周敏', label: '政务公开办 · 周敏' }
const LEADER = { email: 'fang@lanxi.example', name: '方建国', label: '领导 · 方建国' }
const REPORTERS = [
  { email: 'jiaoyu@lanxi.example', name: '沈雨', unit: '县教育局' },
  { email: 'shichang@lanxi.example', name: '陆文', unit: '县市场监督管理局' },
  { email: 'sifa@lanxi.example', name: '何清', unit: '县司法局' },
  { email: 'dongmen@lanxi.example', name: '顾晓', unit: '东门街道' },
]

/** Fills an empty database with the demo county, through the same doors that users take, and back-dates its year. */
export async function seedDemo(context: DemoContext): Promise<DemoAccount[]> {
  const lead = newClient(context)
  await signUp(lead, LEAD, context.setupCode)
  await answer(lead.rpc('import_units', { p_units: toJson(demoUnits) }))
  const units = new Map((await answer(lead.from('units').select('id, name'))).map((unit) => [unit.name, unit.id]))
  await invite(context, lead, 'leadership', undefined, LEADER)
  for (const reporter of REPORTERS) await invite(context, lead, 'department', units.get(reporter.unit), reporter)
  // In winter the new year's plan would have nothing to show yet.
  const year = Number(shiftDay(context.today, -60).slice(0, 4))
  await issue(context, lead, `澜溪县${year}年政务公开工作要点.txt`, annualPlanText(year))
  await issue(context, lead, `澜溪县政务公开五年行动计划（${year - 2}—${year + 2}年）.txt`, fiveYearPlanText(year))
  await writeDemoHistory(context, await readFile(new URL('demo-history.sql', import.meta.url), 'utf8'), LEAD.email)
  return [
    { email: LEAD.email, password: PASSWORD, label: LEAD.label },
    { email: LEADER.email, password: PASSWORD, label: LEADER.label },
    ...REPORTERS.map(({ email, unit, name }) => ({ email, password: PASSWORD, label: `${unit} · ${name}` })),
  ]
}

function newClient(context: DemoContext): Client {
  return createClient<Database>(context.url, context.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    // Node 20 has no WebSocket of its own; nothing here listens to changes.
    realtime: { transport: WebSocket as never },
  })
}

async function signUp(client: Client, person: { email: string; name: string }, code: string): Promise<void> {
  const { error } = await client.auth.signUp({
    email: person.email,
    password: PASSWORD,
    options: { data: { sign_up_code: code, display_name: person.name } },
  })
  if (error) throw error
}

async function invite(
  context: DemoContext,
  lead: Client,
  role: Database['public']['Enums']['app_role'],
  unitId: string | undefined,
  person: { email: string; name: string },
): Promise<void> {
  // The generated type does not know that leadership has no unit.
  const rows = await answer(lead.rpc('create_invitation', { p_role: role, p_unit_id: (unitId ?? null) as string }))
  await signUp(newClient(context), person, rows[0]?.code ?? '')
}

/** Parses and issues a document as the check screen does when the clerk changes nothing. */
async function issue(context: DemoContext, lead: Client, fileName: string, text: string): Promise<void> {
  const result = parsePlanDocument(text)
  const drafts = result.plans.map((plan) => {
    const draft = draftFromParsed(plan, result.dropped, {
      text,
      fallbackTitle: fileName,
      today: parseLocalDate(context.today),
    })
    return { ...draft, defaultUnits: draft.defaultUnits.map((unit) => ({ ...unit, isAccepted: true })) }
  })
  const plans = await answer(
    lead.rpc('import_plans', {
      p_file_name: fileName,
      p_media_type: 'text/plain',
      p_content: text,
      p_tables: [],
      p_drafts: toJson(drafts),
    }),
  )
  for (const { plan_id: planId } of plans)
    await answer(lead.rpc('issue_plan', { p_plan_id: planId, p_expected_revision: 1 }))
}

async function answer<Data>(
  request: PromiseLike<{ data: Data | null; error: { message: string; details: string } | null }>,
): Promise<Data> {
  const { data, error } = await request
  if (error) throw new Error(`demo data: ${error.message} ${error.details}`)
  return data as Data
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
