/**
 * The server as `npm run dev` starts it, on the schema of tests/fixtures/local-stack.
 */
import { run } from '../../../supabase/local/run'
import { readSettings } from '../../../supabase/local/settings'
import { FIXTURE_MIGRATIONS } from './fixture-folder'

await run('dev', { ...readSettings(process.env), migrationsFolder: FIXTURE_MIGRATIONS })
