import type { TestStack } from './stack'

/** Everything that the schema says of itself, one line a thing: `kind name: definition`. */
const CATALOG = `
with ours as (select oid, nspname from pg_namespace where nspname in ('public', 'private')),
lines as (
  select 'function' as kind, p.oid::regprocedure::text as name,
    case when p.prokind = 'a' then '' else pg_get_functiondef(p.oid) end as definition
  from pg_proc p where p.pronamespace in (select oid from ours)
  union all
  select 'execution', p.oid::regprocedure::text,
    (select string_agg(a::text, ' ' order by a::text) from unnest(coalesce(p.proacl, acldefault('f', p.proowner))) a)
  from pg_proc p where p.pronamespace in (select oid from ours)
  union all
  select 'table', c.oid::regclass::text, concat_ws(' ', c.relkind, c.relrowsecurity, c.relforcerowsecurity,
    (select string_agg(a::text, ' ' order by a::text) from unnest(c.relacl) a))
  from pg_class c where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'm', 'S', 'p')
  union all
  select 'column', c.oid::regclass || '.' || a.attname, concat_ws(' ', a.attnum, format_type(a.atttypid, a.atttypmod), a.attnotnull,
    a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
    (select string_agg(g::text, ' ' order by g::text) from unnest(a.attacl) g))
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'm', 'c') and a.attnum > 0 and not a.attisdropped
  union all
  select 'constraint', t.conrelid::regclass || '.' || t.conname, pg_get_constraintdef(t.oid)
  from pg_constraint t where t.connamespace in (select oid from ours) and t.conrelid <> 0
  union all
  select 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
  from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace in (select oid from ours)
  union all
  select 'trigger', t.tgrelid::regclass || '.' || t.tgname, concat_ws(' ', t.tgenabled, pg_get_triggerdef(t.oid))
  from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where not t.tgisinternal and p.pronamespace in (select oid from ours)
  union all
  select 'policy', format('%I.%I.%I', schemaname, tablename, policyname), concat_ws(' ', permissive, roles, cmd, qual, '/', with_check)
  from pg_policies where schemaname in ('public', 'private', 'storage')
  union all
  select 'type', t.oid::regtype::text, (select string_agg(e.enumlabel, ' ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
  from pg_type t where t.typnamespace in (select oid from ours) and t.typtype = 'e'
  union all
  select 'schema', o.nspname, (select string_agg(a::text, ' ' order by a::text) from unnest(n.nspacl) a)
  from ours o join pg_namespace n on n.oid = o.oid
  union all
  select 'comment', pg_describe_object(d.classoid, d.objoid, d.objsubid), d.description
  from pg_description d
  where pg_describe_object(d.classoid, d.objoid, d.objsubid) ~ '(public|private)'
     or d.objoid in (select c.oid from pg_class c where c.relnamespace in (select oid from ours))
     or d.objoid in (select p.oid from pg_proc p where p.pronamespace in (select oid from ours))
)
select kind || ' ' || name || ': ' || coalesce(definition, '') as line from lines order by 1`

/** Tables whose rows are rules. */
const RULES = [
  'private.capabilities',
  'private.states',
  'private.transitions',
  'private.history_readers',
  'storage.buckets',
]

/** What the database of a stack has of ours: structure, rights, comments, and the rows that are rules. */
export async function catalogLines(stack: TestStack): Promise<string[]> {
  const rows = await stack.sql<{ line: string }>(CATALOG)
  const lines = rows.map(({ line }) => line)
  for (const table of RULES) {
    const columns = table === 'storage.buckets' ? "to_jsonb(t) - 'created_at' - 'updated_at'" : 'to_jsonb(t)'
    const rules = await stack.sql<{ rule: string }>(`select (${columns})::text as rule from ${table} t order by 1`)
    lines.push(...rules.map(({ rule }) => `rule ${table}: ${rule}`))
  }
  return lines.toSorted()
}

/** Lines that only one of the two has. */
export function differences(here: readonly string[], there: readonly string[]): string[] {
  const [inHere, inThere] = [new Set(here), new Set(there)]
  return [
    ...here.filter((line) => !inThere.has(line)).map((line) => `− ${line}`),
    ...there.filter((line) => !inHere.has(line)).map((line) => `+ ${line}`),
  ]
}
