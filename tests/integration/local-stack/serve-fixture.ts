/**
 * The server as every way of starting it makes it, but without pages, on the schema of tests/fixtures/local-stack.
 */
import { run } from '../../../supabase/local/run'
import { readSettings } from '../../../supabase/local/settings'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

await run('api', { ...readSettings(process.env), migrationsFolder: FIXTURE_MIGRATIONS })
