/**
 * Gap: PostgREST writes a numeric as a JSON number; the driver under @supabase/lite hands it over as text ("62.5000"),
 * and so it reaches the client, where the generated types promise a number.
 *
 * Delete this file when lite answers numerics as PostgREST does.
 */
import type { PostgresType } from 'postgres'

const NUMERIC = 1700

/** The driver's type for numeric. Ours have four decimals at most, which a JavaScript number holds exactly enough. */
export const numericAsNumber: PostgresType = {
  to: NUMERIC,
  from: [NUMERIC],
  serialize: String,
  parse: Number,
}
