import { openInstallation } from '../../supabase/local/installation'
import { readSettings } from '../../supabase/local/settings'
import { apiFunctions, fillDatabase, freshObligations, unitIds, type ApiFunction, type FreshObligation } from './fill'
import { openFloorOnServer, openFloorPglite, type FloorDatabase } from './floor-database'
import { REPORT_FUNCTIONS } from './report-calls'
import { throwAwayDatabase, throwAwayFolder } from './throw-away'
import type { Undo } from './undo'

/** More are not reported on in one run. */
const MOST_OBLIGATIONS = 14_000

/** A filled installation that nobody has open, as the server will find it. */
export interface FilledInstallation {
  engine: string
  fillSeconds: number
  /** The environment that makes the server open it. */
  environment: Record<string, string>
  publishableKey: string
  unitIds: string[]
  obligations: FreshObligation[]
  functions: ApiFunction[]
}

/** Makes an installation of its own, on PGlite or on a database of its own on the server, and fills it. */
export async function fillInstallation(
  server: string | undefined,
  tasks: number,
  undo: Undo,
): Promise<FilledInstallation> {
  const folder = await throwAwayFolder(undo)
  const environment = {
    DATA_DIR: folder,
    ...(server === undefined ? {} : { DATABASE_URL: await throwAwayDatabase(server, undo) }),
  }
  const { database, keys, close } = await openInstallation(readSettings(environment))
  try {
    const begun = performance.now()
    await fillDatabase(database, tasks)
    const fillSeconds = (performance.now() - begun) / 1000
    const [row] = await database.query<{ version: string }>("select current_setting('server_version') as version")
    return {
      engine: `${database.engine} ${row?.version.split(' ')[0] ?? ''}`,
      fillSeconds,
      environment,
      publishableKey: keys.publishableKey,
      unitIds: await unitIds(database),
      obligations: await freshObligations(database, MOST_OBLIGATIONS),
      functions: await apiFunctions(database, REPORT_FUNCTIONS),
    }
  } finally {
    await close()
  }
}

/** Makes the bare database beside it: on the same server, or another PGlite. */
export async function fillFloor(server: string | undefined, tasks: number, undo: Undo): Promise<FloorDatabase> {
  const floor = await (server === undefined
    ? openFloorPglite(await throwAwayFolder(undo), tasks)
    : openFloorOnServer(await throwAwayDatabase(server, undo), tasks))
  undo.add(() => floor.close())
  return floor
}
