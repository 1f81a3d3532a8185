import { inspect } from 'node:util'
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { field } from '../gateway/handler'
import { Conversation } from '../gaps/wire-answers'
import { openPglite, type PgliteFiles } from './open-pglite'

/** What the server asks of the thread; each is answered once, in the order they came. */
export type WorkerRequest = { kind: 'speak'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'dump' } | { kind: 'close' }

/** The thread's answer; the first one says that the database is open, or why not. */
export type WorkerAnswer = { bytes: Uint8Array<ArrayBuffer> } | { failure: string }

const NOTHING = new Uint8Array()

/** Opens the database of this thread and answers requests until it is told to close. */
export async function serve(): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('this is no worker thread')
  const send = (bytes: Uint8Array<ArrayBuffer>) => port.postMessage({ bytes } satisfies WorkerAnswer, [bytes.buffer])
  let database: PGlite
  try {
    database = await openPglite(filesFrom(workerData))
  } catch (error) {
    port.postMessage({ failure: error instanceof Error ? error.message : inspect(error) } satisfies WorkerAnswer)
    return
  }
  const conversation = new Conversation(database)
  let work = Promise.resolve()
  // An error that ends up here is PGlite's own: the thread ends with it, and the server opens the database anew.
  port.on('message', (request: WorkerRequest) => {
    work = work.then(async () => send(await answer(request, database, conversation)))
    if (request.kind === 'close') work = work.then(() => port.close())
  })
  send(NOTHING.slice())
}

async function answer(request: WorkerRequest, database: PGlite, conversation: Conversation) {
  switch (request.kind) {
    case 'speak':
      return conversation.answer(request.bytes)
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    case 'close':
      await database.close()
      return NOTHING.slice()
  }
}

function filesFrom(data: unknown): PgliteFiles {
  const folder = field(data, 'folder')
  const dump = field(data, 'dump')
  const program = field(data, 'program')
  return {
    ...(typeof folder === 'string' ? { folder } : {}),
    ...(dump instanceof Uint8Array ? { dump: new Uint8Array(dump) } : {}),
    ...(program instanceof WebAssembly.Module ? { program } : {}),
  }
}
