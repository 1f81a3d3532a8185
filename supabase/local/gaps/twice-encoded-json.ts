/**
 * Gap: @supabase/lite's auth service encodes a user's metadata as JSON and its driver
 * encodes the result again, so that `raw_user_meta_data` becomes a string and `->>` finds nothing in it.
 *
 * Delete this file when lite passes metadata to the driver as an object.
 */
import type { PostgresType } from 'postgres'

const JSONB = 3802

/** The driver's type for jsonb that leaves the text of an object as it is. */
export const jsonbOnce: PostgresType = {
  to: JSONB,
  from: [JSONB],
  serialize: (value: unknown) => (isEncodedObject(value) ? value : JSON.stringify(value)),
  parse: (text: string): unknown => JSON.parse(text),
}

function isEncodedObject(value: unknown): value is string {
  if (typeof value !== 'string' || !/^[{[]/.test(value)) return false
  try {
    JSON.parse(value)
    return true
  } catch {
    return false
  }
}
