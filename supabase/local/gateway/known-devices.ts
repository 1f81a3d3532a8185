import { randomBytes } from 'node:crypto'
import type { Database } from '../database/database'

const COOKIE = 'device'
const KEPT_DAYS = 400
const MOST_PER_ACCOUNT = 20

/** The random name that a browser was given at an earlier sign-in. */
export function deviceOf(headers: Headers): string | undefined {
  const cookies = (headers.get('cookie') ?? '').split(';').map((each) => each.trim())
  const value = cookies.find((each) => each.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

export function newDevice(): string {
  return randomBytes(32).toString('base64url')
}

/** No script reads it, no other site sends it, and it goes to the auth service alone. */
export function deviceCookie(device: string, isSecure: boolean): string {
  const age = KEPT_DAYS * 24 * 60 * 60
  return `${COOKIE}=${device}; Path=/auth/v1; Max-Age=${age}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}

/** Remembers from which devices an account was signed in to; both are known by their hash alone. */
export class KnownDevices {
  constructor(private readonly database: Database) {}

  async has(account: string, device: string): Promise<boolean> {
    const found = await this.database.query(
      'select from local_stack.known_devices where account_hash = $1 and device_hash = $2 and seen_at > now() - make_interval(days => $3::int)',
      [account, device, KEPT_DAYS],
    )
    return found.length > 0
  }

  async remember(account: string, device: string): Promise<void> {
    await this.database.query(
      `insert into local_stack.known_devices (account_hash, device_hash) values ($1, $2)
       on conflict (account_hash, device_hash) do update set seen_at = now()`,
      [account, device],
    )
    await this.database.query(
      `delete from local_stack.known_devices where account_hash = $1 and device_hash not in
         (select device_hash from local_stack.known_devices where account_hash = $1 order by seen_at desc limit $2::int)`,
      [account, MOST_PER_ACCOUNT],
    )
  }
}
