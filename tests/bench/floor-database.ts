import { join } from 'node:path'
import postgres from 'postgres'
import { openPglite } from '../../supabase/local/database/open-pglite'
import { FLOOR, floorScript, type FloorKind, type FloorStatement } from './floor'

/** A bare database of its own, beside the one under test, reached through the driver alone. */
export interface FloorDatabase {
  /** So many sessions of it; PGlite has one, whoever asks. */
  connect(connections: number): Promise<FloorSessions>
  close(): Promise<void>
}

export interface FloorSessions {
  /** Executes the prepared statement. */
  run(kind: FloorKind, index: number): Promise<unknown>
  end(): Promise<void>
}

/** Fills an empty database on a PostgreSQL server. */
export async function openFloorOnServer(url: string, tasks: number): Promise<FloorDatabase> {
  const sessions = (max: number) =>
    postgres(url, { max, prepare: true, onnotice: () => undefined, connection: { jit: false } })
  const filling = sessions(1)
  await filling.unsafe(floorScript(tasks))
  await filling.end()
  return {
    async connect(connections) {
      const sql = sessions(connections)
      return {
        run: (kind, index) => sql.unsafe(FLOOR[kind].text, FLOOR[kind].values(index, tasks), { prepare: true }),
        end: () => sql.end(),
      }
    },
    close: async () => undefined,
  }
}

/** Fills a PGlite of its own in this process, on files that are flushed as those of the stack are. */
export async function openFloorPglite(folder: string, tasks: number): Promise<FloorDatabase> {
  const files = { folder: join(folder, 'floor') }
  const making = await openPglite(files)
  await making.exec(floorScript(tasks))
  await making.close()
  const database = await openPglite(files)
  for (const [name, { text, types }] of Object.entries(FLOOR)) {
    await database.exec(`prepare floor_${name} ${types.length > 0 ? `(${types.join(', ')})` : ''} as ${text}`)
  }
  return {
    connect: async () => ({
      run: (kind, index) => database.query(execution(kind, FLOOR[kind], index, tasks)),
      end: async () => undefined,
    }),
    close: () => database.close(),
  }
}

/** PGlite prepares what it is asked each time it is asked; a statement prepared in SQL is executed in SQL, with its values written out. */
function execution(kind: FloorKind, { values }: FloorStatement, index: number, tasks: number): string {
  const written = values(index, tasks).map((value) =>
    typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`,
  )
  return `execute floor_${kind} ${written.length > 0 ? `(${written.join(', ')})` : ''}`
}
