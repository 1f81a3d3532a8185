import type { SupabaseClient } from '@supabase/supabase-js'
import { randomUUID } from 'node:crypto'
import type { Database } from '@/data/database.types'
import { startStack, type TestStack } from './stack'

export type Client = SupabaseClient<Database>

/** Somebody who asks the server for something, with the rights of their account. */
export interface Actor {
  client: Client
  userId: string
  email: string
  password: string
}

/** A county with the lead office, leadership, two departments that share tasks and one that has none. */
export interface County {
  stack: TestStack
  anon: Client
  lead: Actor
  leadership: Actor
  /** 教育局, accountable for most tasks of the usual plan. */
  education: Actor
  /** A colleague in 教育局. */
  colleague: Actor
  /** 民政局, on some of the same tasks. */
  civil: Actor
  /** 财政局, on no task at all. */
  outsider: Actor
  units: Record<UnitName, string>
  /** 各街道, with both subdistricts. */
  subdistricts: string
}

const UNIT_NAMES = ['教育局', '民政局', '财政局', '东街道', '西街道'] as const
export type UnitName = (typeof UNIT_NAMES)[number]

export const PASSWORD = 'correct horse battery'

/** Starts a stack with a county in it; call `stop` when done. */
export async function openCounty(): Promise<County & { stop: () => Promise<void> }> {
  const stack = await startStack()
  const lead = await signUpFirst(stack)
  const units = await makeUnits(lead.client)
  const invite = (role: Role, unit?: UnitName) =>
    joinByInvitation(stack, lead, role, unit ? units.byName[unit] : undefined)
  return {
    stack,
    anon: asAnon(stack),
    lead,
    leadership: await invite('leadership'),
    education: await invite('department', '教育局'),
    colleague: await invite('department', '教育局'),
    civil: await invite('department', '民政局'),
    outsider: await invite('department', '财政局'),
    units: units.byName,
    subdistricts: units.groupId,
    stop: () => stack.stop(),
  }
}

export type Role = Database['public']['Enums']['app_role']

/** Makes the first lead-office account with the code that the server would print. */
export function signUpFirst(stack: TestStack): Promise<Actor> {
  return signUp(stack, stack.setupCode)
}

/** Signs a new person up with `code`. */
export async function signUp(
  stack: TestStack,
  code: string | undefined,
  email = `${randomUUID()}@example.cn`,
): Promise<Actor> {
  const client = asAnon(stack)
  const data = { display_name: '测试人员', ...(code === undefined ? {} : { sign_up_code: code }) }
  const answer = await client.auth.signUp({ email, password: PASSWORD, options: { data } })
  if (answer.error) throw answer.error
  return { client, userId: must(answer.data.user).id, email, password: PASSWORD }
}

/** Invites somebody as the lead office and signs them up. */
export async function joinByInvitation(stack: TestStack, lead: Actor, role: Role, unitId?: string): Promise<Actor> {
  const { code } = await invite(lead, role, unitId)
  return signUp(stack, code)
}

export async function invite(lead: Actor, role: Role, unitId?: string): Promise<{ id: string; code: string }> {
  // The generator types p_unit_id as a string though null is allowed.
  const args = { p_role: role, p_unit_id: unitId ?? null } as { p_role: Role; p_unit_id: string }
  const [invitation] = okay(await lead.client.rpc('create_invitation', args))
  return must(invitation)
}

/** Signs the same person in once more. */
export async function signInAgain(stack: TestStack, actor: Actor, password = actor.password): Promise<Client> {
  const client = asAnon(stack)
  const { error } = await client.auth.signInWithPassword({ email: actor.email, password })
  if (error) throw error
  return client
}

/** A stranger: a client with the publishable key and nothing else. */
export function asAnon(stack: TestStack): Client {
  // The inferred type of the stack's client has lost the columns of the schema; this one has them.
  return stack.asAnon() as unknown as Client
}

async function makeUnits(client: Client): Promise<{ byName: Record<UnitName, string>; groupId: string }> {
  const kind = (name: string) => (name.endsWith('街道') ? 'subdistrict' : 'department')
  const groups = (name: string) => (name.endsWith('街道') ? ['各街道'] : [])
  const p_units = UNIT_NAMES.map((name) => ({
    name,
    kind: kind(name),
    aliases: name === '教育局' ? ['县教体局'] : [],
    groups: groups(name),
  }))
  okay(await client.rpc('import_units', { p_units }))
  const rows = okay(await client.from('units').select('id, name'))
  const idOf = (name: UnitName) => must(rows.find((row) => row.name === name)).id
  const [group] = okay(await client.from('unit_groups').select('id'))
  return {
    byName: {
      教育局: idOf('教育局'),
      民政局: idOf('民政局'),
      财政局: idOf('财政局'),
      东街道: idOf('东街道'),
      西街道: idOf('西街道'),
    },
    groupId: must(group).id,
  }
}

/** The data of an answer that must not be an error. */
export function okay<T>(answer: {
  data: T
  error: { message: string; code?: string; details?: unknown } | null
}): NonNullable<T> {
  if (answer.error)
    throw new Error(`${answer.error.code ?? ''} ${answer.error.message} ${String(answer.error.details ?? '')}`)
  return answer.data as NonNullable<T>
}

/** Waits for a call that must not be refused and answers nothing. */
export async function succeed(
  answer: PromiseLike<{ error: { message: string; code?: string; details?: unknown } | null }>,
): Promise<void> {
  const { error } = await answer
  okay({ data: 'done', error })
}

/** The key of a refusal; a call that went through has none. */
export async function refusal(
  answer: PromiseLike<{ error: { message: string; code?: string } | null }>,
): Promise<string> {
  const { error } = await answer
  if (error === null) return 'went through'
  return /^[a-z_]+$/.test(error.message) ? error.message : (error.code ?? error.message)
}

/** A value that has to be there. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('a value is missing')
  return value
}
