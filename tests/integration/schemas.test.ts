import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parse } from 'smol-toml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CONFIG_FILE, MIGRATIONS_FOLDER, PROJECT_FOLDER } from '../../supabase/local/folders'
import { catalogLines, differences } from '../support/catalog-lines'
import { startStack, type TestStack } from '../support/stack'

const SUPABASE = join(PROJECT_FOLDER, 'supabase')

let folder: string
let migrated: TestStack
let declared: TestStack

/** The files of supabase/schemas in the order that config.toml gives. */
async function schemaPaths(): Promise<string[]> {
  const settings: unknown = parse(await readFile(CONFIG_FILE, 'utf8'))
  const read = (at: unknown, key: string): unknown =>
    typeof at === 'object' && at !== null ? Reflect.get(at, key) : []
  const paths = read(read(read(settings, 'db'), 'migrations'), 'schema_paths')
  return Array.isArray(paths) ? paths.map((path) => join(SUPABASE, String(path))) : []
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schemas-'))
  for (const [index, path] of (await schemaPaths()).entries())
    await copyFile(path, join(folder, `${String(index).padStart(14, '0')}_declare.sql`))
  migrated = await startStack({ migrationsFolder: MIGRATIONS_FOLDER })
  declared = await startStack({ migrationsFolder: folder })
})
afterAll(async () => {
  await migrated.stop()
  await declared.stop()
  await rm(folder, { recursive: true, force: true })
})

test('every schema file is in the order that config.toml gives', async () => {
  const files = await readdir(join(SUPABASE, 'schemas'), { recursive: true })
  const listed = (await schemaPaths()).map((path) => relative(join(SUPABASE, 'schemas'), path))
  expect(listed.toSorted()).toEqual(files.filter((file) => file.endsWith('.sql')).toSorted())
})

test('the schema files say what the migrations made', async () => {
  const [made, said] = [await catalogLines(migrated), await catalogLines(declared)]
  expect(made.length).toBeGreaterThan(500)
  expect(differences(made, said)).toEqual([])
})

test('a change in one only is found, whatever it is', async () => {
  const before = await catalogLines(declared)
  const changes = [
    'create or replace function private.lines_before_folding() returns integer language sql immutable as $$ select 99 $$',
    'grant execute on function private.lines_before_folding() to authenticated',
    'alter table public.due_terms drop constraint a_change_of_terms_says_why',
    'drop policy select_as_any_account on public.obligations',
    "comment on table public.events is 'Something else.'",
    'drop index public.events_by_unit',
    'grant update (reason) on public.due_terms to authenticated',
    'alter table public.events disable row level security',
    'drop trigger standings_follow_plans on public.plans',
    'alter table public.tasks alter column is_ongoing set default true',
    "insert into private.capabilities values ('manage_units', 'department')",
  ]
  for (const change of changes) {
    const known = await catalogLines(declared)
    await declared.sql(change)
    expect(differences(known, await catalogLines(declared)), change).not.toEqual([])
  }
  expect(differences(before, await catalogLines(declared)).length).toBeGreaterThanOrEqual(changes.length)
})
