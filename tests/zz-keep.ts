import { openPostgres } from '/work/main/supabase/local/database/postgres-database'
import { openBackend } from '/work/main/supabase/local/backend'
import { makeKeys } from '/work/main/supabase/local/keys'
import { fillDatabase } from '/work/main/tests/bench/fill'
import postgres from '/work/main/node_modules/postgres/src/index.js'
const n = Number(process.argv[2]); const name = process.argv[3]
const s = postgres('postgres://postgres@127.0.0.1:25433/postgres', { max: 1, onnotice: () => {} })
await s.unsafe(`drop database if exists ${name} with (force)`); await s.unsafe(`create database ${name} template template0`); await s.end()
const db = await openPostgres(`postgres://postgres@127.0.0.1:25433/${name}`)
await openBackend({ database: db, keys: await makeKeys(), filesFolder: '/tmp/w/files', migrationsFolder: '/work/main/supabase/migrations', configFile: '/work/main/supabase/config.toml' })
const t = Date.now(); await fillDatabase(db, n); console.log('filled', Date.now() - t)
await db.close(); process.exit(0)
