/** The project's own server, on its own schema and without pages: what the benchmark measures, in a process of its own. */
import { run } from '../../supabase/local/run'

await run('api')
