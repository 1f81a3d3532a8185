import { describe, expect, it } from 'vitest'
import { readAppCode, readSourceFiles, withoutComments, type SourceFile } from './source-files'

// A due date in force is decided by due_terms, an obligation's own before its milestone's; milestones.due_on repeats the
// last term of the milestone. Who reads it as the date that a unit owes something by, shows an extended unit the old one.

/** Rooms that read the milestone's own date, and why that is the date they want. */
const MAY_READ_MILESTONES: Readonly<Record<string, string>> = {
  'src/data/tasks/queries.ts': 'the form that amends a milestone shows what it changes',
  'src/data/lineage/mapper.ts': 'a milestone of an earlier plan is called by its date; no unit owes it here',
}
/** Schema files that name milestones and due_on in one statement, and why. */
const MAY_NAME_MILESTONES: Readonly<Record<string, string>> = {
  'supabase/schemas/tasks/tasks.sql': 'the column itself',
  'supabase/schemas/tasks/terms.sql': 'the terms, and the column that follows them',
  'supabase/schemas/tasks/amendments.sql': 'writes a term where the milestone is moved',
  'supabase/schemas/plans/issuing.sql': 'makes the milestones of a plan that is issued',
  'supabase/schemas/tasks/lineage.sql': 'a milestone of an earlier plan is called by its date; no unit owes it here',
}
/** Schema files that read due_terms; everybody else asks these. */
const MAY_READ_TERMS: Readonly<Record<string, string>> = {
  'supabase/schemas/tasks/terms.sql': 'the milestones in force',
  'supabase/schemas/tasks/due_dates.sql': 'the obligations in force, and their columns',
  'supabase/schemas/signals/facts.sql': 'the date in force when something was handed in',
}

/** Embeds or selects of milestones with their date: `milestones(due_on)`, `from('milestones')`. */
function milestoneDates(files: readonly SourceFile[]): string[] {
  const reads = /\bmilestones(?:![a-z_]+)*\([^()]*(?:\bdue_on\b|\*)|\.from\(\s*['"`]milestones['"`]/
  return files.filter(({ text }) => reads.test(withoutComments(text))).map(({ path }) => path)
}

/** Aliases of public.milestones in the statements of a file, with `.due_on` behind them; or the column in its own table. */
function milestoneColumns(files: readonly SourceFile[]): string[] {
  return files.filter(({ text }) => statementsOf(text).some(readsMilestoneDate)).map(({ path }) => path)
}

function statementsOf(text: string): string[] {
  return text.replaceAll(/--[^\n]*/g, '').split(/;\s*\n(?=\S)/)
}

function readsMilestoneDate(statement: string): boolean {
  const named = [...statement.matchAll(/\bpublic\.milestones\b(?:\s+(?:as\s+)?([a-z_]+))?/g)]
  return named.some(([, alias = '']) => {
    const isAlias = alias !== '' && !/^(?:where|on|set|for|join|order|group|limit|left|cross)$/.test(alias)
    return isAlias ? new RegExp(`\\b${alias}\\.due_on\\b`).test(statement) : /(?<!\.)\bdue_on\b/.test(statement)
  })
}

function terms(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ text }) => statementsOf(text).some((statement) => /(?:from|join)\s+public\.due_terms\b/.test(statement)))
    .map(({ path }) => path)
}

const rooms = readAppCode().filter(({ path }) => path.startsWith('src/') && !path.endsWith('database.types.ts'))
const schemas = readSourceFiles('supabase/schemas', ['.sql'])
const file = (text: string) => [{ path: 'a', text }]

describe('the due date that a screen shows', () => {
  it('is that of the obligation, not of its milestone', () => {
    expect(milestoneDates(rooms).toSorted()).toEqual(Object.keys(MAY_READ_MILESTONES).toSorted())
  })
  it.each(["'obligations(milestones(due_on), units(name))'", "'milestones!inner(id, due_on)'", ".from('milestones')"])(
    'is found passed by with %s',
    (text) => {
      expect(milestoneDates(file(text))).toHaveLength(1)
    },
  )
  it('may be the column that is worked out, beside the words of the milestone', () => {
    expect(
      milestoneDates(file("'obligations(due_on, milestones(requirement), units(name))' // milestones(due_on)")),
    ).toEqual([])
  })
})

describe('the due date that the database reads', () => {
  it('is decided by the terms, which few read', () => {
    expect(milestoneColumns(schemas).toSorted()).toEqual(Object.keys(MAY_NAME_MILESTONES).toSorted())
    expect(terms(schemas).toSorted()).toEqual(Object.keys(MAY_READ_TERMS).toSorted())
  })
  it.each([
    'select m.task_id from public.milestones m where m.due_on between a and b',
    'select x.due_on from t join public.milestones as x on true',
    'select due_on from public.milestones where id = p_id',
    'select e.id from public.milestones e order by e.due_on limit 1',
  ])('is found passed by with %s', (text) => {
    expect(milestoneColumns(file(text))).toHaveLength(1)
  })
  it('is not what else a milestone has, or what others owe', () => {
    expect(milestoneColumns(file('select o.due_on, m.requirement from x o join public.milestones m on true'))).toEqual(
      [],
    )
    expect(terms(file('insert into public.due_terms (due_on) values (x)'))).toEqual([])
    expect(terms(file('select 1 from a join public.due_terms d on true'))).toHaveLength(1)
  })
})
