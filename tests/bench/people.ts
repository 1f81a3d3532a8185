import { LEAD_EMAIL, PASSWORD, UNITS, unitEmail } from './fill'
import type { LoadClient } from './load-client'

/** Access tokens of those who ask; good for an hour, which no run takes. */
export interface People {
  lead: string
  /** By the number of the unit. */
  units: string[]
}

/** Signs everybody in, as the app does. */
export async function signEverybodyIn(client: LoadClient): Promise<People> {
  const lead = await signIn(client, LEAD_EMAIL)
  const units: string[] = []
  for (let unit = 0; unit < UNITS; unit += 1) units.push(await signIn(client, unitEmail(unit)))
  return { lead, units }
}

async function signIn(client: LoadClient, email: string): Promise<string> {
  const text = await client.post('/auth/v1/token?grant_type=password', JSON.stringify({ email, password: PASSWORD }))
  const parsed: unknown = JSON.parse(text)
  const token: unknown = typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'access_token') : undefined
  if (typeof token === 'string') return token
  throw new Error(`${email} cannot sign in: ${text.slice(0, 500)}`)
}
