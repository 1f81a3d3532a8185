import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../src/domain/local-date/local-date'
import type { Session } from '../local/database/database'
import { inOrderOfTime } from './demo-acts'
import { officeTime, workdaysAfter, type Instant } from './demo-calendar'
import { actAs, actAsOwner, oneRow, type Actor, type Transact } from './demo-moments'
import { invitedPeople, LEAD, type DemoPerson } from './demo-people'
import { demoUnits } from './demo-units'

export const PASSWORD = 'lanxi-demo-2026'

/** The people of the demo as the database knows them. */
export interface DemoActors {
  readonly lead: Actor
  /** By the name of their unit. */
  readonly ofUnit: ReadonlyMap<string, Actor>
}

/**
 * The first day: the lead office sets the product up, pastes its units and invites everybody; they sign up in the days that
 * follow.
 */
export async function openAccounts(transact: Transact, firstDay: LocalDate): Promise<DemoActors> {
  return transact(async (session) => {
    const hash = await hashPassword(session)
    const lead = await setUp(session, hash, officeTime(firstDay, 0.1))
    await actAs(session, lead, officeTime(firstDay, 0.3))
    await session.query('select public.import_units($1::jsonb)', [JSON.stringify(demoUnits)])
    const codes = await inviteAll(session, lead, officeTime(firstDay, 0.6))
    const ofUnit = new Map<string, Actor>()
    for (const { person, at } of signUpsFrom(firstDay)) {
      const actor = await signUp(session, person, codes.get(person.email) ?? '', hash, at)
      if (person.unit !== undefined) ofUnit.set(person.unit, actor)
    }
    return { lead, ofUnit }
  })
}

/** Who signs up when: everybody within three workdays. */
function signUpsFrom(firstDay: LocalDate): { person: DemoPerson; at: Instant }[] {
  return inOrderOfTime(
    invitedPeople.map((person, index) => ({
      person,
      at: officeTime(workdaysAfter(firstDay, 1 + (index % 3)), index / invitedPeople.length),
    })),
  )
}

/** Of all people the same, and cheap on purpose: the sign-in page tells everybody. */
async function hashPassword(session: Session): Promise<string> {
  const { hash } = await oneRow<{ hash: string }>(
    session,
    "select extensions.crypt($1, extensions.gen_salt('bf', 4)) as hash",
    [PASSWORD],
  )
  return hash
}

/** What the server does on its first run, and whoever reads the code on its screen. */
async function setUp(session: Session, hash: string, at: Instant): Promise<Actor> {
  const code = randomUUID()
  await actAsOwner(session, at)
  await session.query('select private.ensure_setup_code($1)', [code])
  return signUp(session, LEAD, code, hash, at)
}

async function inviteAll(session: Session, lead: Actor, at: Instant): Promise<Map<string, string>> {
  await actAs(session, lead, at)
  const codes = new Map<string, string>()
  for (const { email, role, unit } of invitedPeople) {
    const { code } = await oneRow<{ code: string }>(
      session,
      'select code from public.create_invitation($1::public.app_role, (select id from public.units where name = $2))',
      [role, unit ?? null],
    )
    codes.set(email, code)
  }
  return codes
}

/** Writes what the auth service writes; the triggers on its table ask for the code and make the account. */
async function signUp(session: Session, person: DemoPerson, code: string, hash: string, at: Instant): Promise<Actor> {
  const userId = randomUUID()
  const { email, name } = person
  await actAsOwner(session, at)
  await session.query(
    `insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
       created_at, updated_at, last_sign_in_at)
     values ($1::uuid, 'authenticated', 'authenticated', $2::text, $3, private.clock(), '{"provider": "email", "providers": ["email"]}',
       jsonb_build_object('sub', $1::uuid, 'email', $2::text, 'email_verified', true, 'display_name', $4::text, 'sign_up_code', $5::text),
       private.clock(), private.clock(), private.clock())`,
    [userId, email, hash, name, code],
  )
  await session.query(
    `insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at, last_sign_in_at)
     values ($1, 'email', $2::uuid, $2::uuid, jsonb_build_object('sub', $2::uuid, 'email', $3::text),
       private.clock(), private.clock(), private.clock())`,
    [randomUUID(), userId, email],
  )
  return { userId, email }
}
