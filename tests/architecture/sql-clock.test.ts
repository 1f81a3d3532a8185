import { describe, expect, it } from 'vitest'
import { readSourceFiles } from './source-files'
import { otherClocks } from './sql-clock'

const schemas = readSourceFiles('supabase/schemas', ['.sql'])
const file = (text: string) => [{ path: 'a.sql', text }]

describe('the clock of the database', () => {
  it('is asked for in one place', () => {
    expect(schemas.length).toBeGreaterThan(20)
    expect(otherClocks(schemas)).toEqual([])
  })
  it.each([
    'default now()',
    'select NOW ()',
    'clock_timestamp()',
    'statement_timestamp()',
    'transaction_timestamp()',
    'timeofday()',
    'where due_on < current_date',
    'current_timestamp(3)',
    'current_time',
    'localtimestamp',
    'localtime',
    "'today'::date",
    "timestamptz 'now'",
  ])('is passed by with %s', (text) => {
    expect(otherClocks(file(text))).toHaveLength(1)
  })
  it('may be spoken of, and is private.clock alone', () => {
    const clock = 'create function private.clock()\nreturns timestamptz as $$\n  select now()\n$$;\n'
    expect(
      otherClocks(file(`${clock}-- not now()\nselect private.clock(), known_from, current_setting('app.now')`)),
    ).toEqual([])
    expect(otherClocks(file(`${clock}select now()`))).toHaveLength(1)
  })
})
