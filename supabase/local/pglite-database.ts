import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite'
import type { Database, Session } from './database'
import { answerEveryError } from './gaps/error-answers'
import { queueTransactions } from './gaps/interleaved-transactions'
import { NUMERIC } from './gaps/numbers-as-text'
import { startParameters } from './gaps/power-loss'
import { alwaysUseRequestRole } from './gaps/request-role'
import { Turns } from './turns'

/** Where PGlite keeps its files, and what an empty one starts from. */
export interface PgliteOptions {
  /** A folder, or nothing for a database in memory. */
  folder?: string
  /** A dump to start from; only for a database that does not exist yet. */
  loadDataDir?: Blob
}

/** A database inside this process; it can be copied whole. */
export interface PgliteDatabase extends Database {
  /** The whole database as a tar file, to start another one from. */
  dump(): Promise<Uint8Array>
  /** Answers one message of PostgreSQL's own protocol. */
  speak(message: Uint8Array): Promise<Uint8Array>
}

/** Opens PostgreSQL inside this process. */
export async function openPglite(options: PgliteOptions): Promise<PgliteDatabase> {
  const connection = await createPgliteConnection({
    ...(options.folder === undefined ? {} : { url: options.folder }),
    pgliteOptions: {
      relaxedDurability: false,
      parsers: { [NUMERIC]: Number },
      ...(options.folder === undefined ? {} : { startParams: startParameters }),
      ...(options.loadDataDir === undefined ? {} : { loadDataDir: options.loadDataDir }),
    },
  })
  await connection.driver.waitReady
  const turns = new Turns()
  queueTransactions(connection, turns)
  alwaysUseRequestRole(connection)
  answerEveryError(connection)
  return describe(connection, turns)
}

function describe(connection: PgliteConnection, turns: Turns): PgliteDatabase {
  const { driver } = connection
  return {
    engine: 'pglite',
    connection,
    query: <Row>(text: string, parameters: readonly unknown[] = []) =>
      turns.run(async () => (await driver.query<Row>(text, [...parameters])).rows),
    transaction: (work) =>
      turns.run(() =>
        driver.transaction((transaction) => {
          const session: Session = {
            query: async <Row>(text: string, parameters: readonly unknown[] = []) =>
              (await transaction.query<Row>(text, [...parameters])).rows,
            script: async (text) => {
              await transaction.exec(text)
            },
          }
          return work(session)
        }),
      ),
    speak: (message) => turns.run(() => driver.execProtocolRaw(message)),
    dump: () => turns.run(async () => new Uint8Array(await (await driver.dumpDataDir('none')).arrayBuffer())),
    relearnTypes: () => turns.run(() => driver.refreshArrayTypes()),
    close: () => turns.run(() => connection.close()),
  }
}
