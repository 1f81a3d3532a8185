import { workEvents, workSubjects } from '@/domain/moves/work-event'
import { expect, it } from 'vitest'
import { statesIn } from './refusal-keys'
import { readSourceFiles } from './source-files'

const schemas = readSourceFiles('supabase/schemas', ['.sql'])

/** The events of `private.transitions`, in the second place of each row. */
function eventsIn(text: string): string[] {
  const inserts = [...text.matchAll(/insert into private\.transitions \([^)]*\) values([^;]*);/g)]
  const rows = inserts.flatMap(([, values = '']) => [...values.matchAll(/\(\s*'[a-z_]+'\s*,\s*'([a-z_]+)'/g)])
  return [...new Set(rows.map(([, event = '']) => event))].sort()
}

it('what the app can offer are the moves that the database knows, no more and no fewer', () => {
  expect(eventsIn(schemas.map(({ text }) => text).join('\n'))).toEqual([...workEvents].sort())
})

it('what the app asks about are the subjects that the database knows', () => {
  expect([...statesIn(schemas).keys()].sort()).toEqual([...workSubjects].sort())
})
