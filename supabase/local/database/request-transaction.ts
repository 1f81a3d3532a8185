import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { textField } from '../gateway/handler'
import type { Answer, Statement } from './pipeline'
import type { Lease } from './session'
import { asQueryResult } from './session-driver'

/** What is known of a request's work before it begins. */
interface Work {
  /** A call of a function, after which lite asks for response.status. */
  isCall: boolean
  /** The rows may have to be counted after the call. */
  isCounted: boolean
  /** Nothing of it is to stay. */
  isForLooks: boolean
}

/** Lite's own question after a call. */
const RESPONSE =
  /^\s*select current_setting\('response\.status', true\) as status,\s*current_setting\('response\.headers', true\) as headers\s*$/i
/** A statement that only reads is a transaction of its own: between two of them there would be nothing to undo. */
const READS = /^\s*select\b/i

/** Lite's question, and whether a trigger has noted that sessions or users are not what they were. */
const OUTCOME: Statement = {
  text: `select current_setting('response.status', true) as status, current_setting('response.headers', true) as headers,
    current_setting('local_stack.ended_sessions', true) as ended_sessions`,
  parameters: [],
}

/**
 * The work of one request on one session. The settings go along with its first statement: the server runs the statement
 * only in the transaction, and after the settings, of the same batch.
 */
export class RequestTransaction {
  /** What the query builder sends its statements through. */
  readonly driver: Driver
  hasEndedSessions = false
  #state: 'new' | 'open' | 'over' = 'new'
  #outcome: Answer | undefined
  #before: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly lease: Lease,
    private readonly settings: Statement,
    private readonly work: Work,
  ) {
    this.driver = new RequestDriver((query) => this.#answer(query))
  }

  /** Commits what is open. */
  async finish(): Promise<void> {
    if (this.#state !== 'open') return
    this.#state = 'over'
    if (this.work.isForLooks) return this.lease.undo()
    const [outcome] = await this.lease.goOn([OUTCOME], true)
    this.#note(outcome)
  }

  /** Undoes what is open. */
  async undo(): Promise<void> {
    this.#state = 'over'
    await this.lease.undo()
  }

  /** One statement after the other, as on any connection. */
  #answer({ sql: text, parameters }: CompiledQuery): Promise<Answer> {
    const answer = this.#before.then(() => this.#run({ text, parameters }))
    this.#before = answer.catch(() => {
      // Whatever would come now must not find itself outside the transaction, without role and claims.
      this.#state = 'over'
    })
    return answer
  }

  async #run(statement: Statement): Promise<Answer> {
    const { isCall, isCounted, isForLooks } = this.work
    if (isCall && this.#outcome !== undefined && RESPONSE.test(statement.text)) return this.#outcome
    if (this.#state === 'over') throw new Error('the transaction of this request is over')
    if (this.#state === 'open') return only(await this.lease.goOn([statement], false))
    if (isCall && !isCounted && !isForLooks) return this.#call(statement)
    const isWhole = !isCall && !isForLooks && READS.test(statement.text)
    const [, ...answers] = await this.lease.together([this.settings, statement], isWhole)
    if (!isWhole) this.#state = 'open'
    return only(answers)
  }

  async #call(statement: Statement): Promise<Answer> {
    this.#state = 'over'
    const [, answer, outcome] = await this.lease.together([this.settings, statement, OUTCOME], true)
    this.#note(outcome)
    this.#outcome = outcome
    return only([answer])
  }

  #note(outcome: Answer | undefined): void {
    if (textField(outcome?.rows[0], 'ended_sessions') === 'yes') this.hasEndedSessions = true
  }
}

function only([answer]: readonly (Answer | undefined)[]): Answer {
  if (answer === undefined) throw new Error('a statement was not answered')
  return answer
}

type Ask = (query: CompiledQuery) => Promise<Answer>

/** The query builder's way to the transaction; it begins and ends nothing by itself. */
class RequestDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(ask: Ask) {
    this.#connection = new RequestConnection(ask)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(): Promise<void> {
    throw new Error('the work of a request is one transaction already')
  }

  commitTransaction(): Promise<void> {
    throw new Error('the work of a request is one transaction already')
  }

  async rollbackTransaction(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class RequestConnection implements DatabaseConnection {
  constructor(private readonly ask: Ask) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, command, count } = await this.ask(query)
    return asQueryResult(rows, command, count)
  }

  // eslint-disable-next-line require-yield
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('answers are not streamed')
  }
}
