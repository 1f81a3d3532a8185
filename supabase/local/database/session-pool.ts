import { DatabaseLostError } from './database-lost'
import { Lease, type Client } from './session'
import { withinTime } from './within-time'

/** How long one piece of work may wait for its turn before it is told that the database is busy. */
const LONGEST_WAIT_MS = 60_000
/** A connection is not kept for ever: servers, and what lies on the way to them, change. */
const LONGEST_LIFE_MS = 45 * 60_000
/** How long work under way may take when the database is closed. */
const GRACE_MS = 10_000

interface Open {
  client: Client
  since: number
  generation: number
}

/**
 * Lends sessions of the database, each to one piece of work at a time. The driver's own pool lets work go on after its
 * connection was lost: the next statement ends the process, or runs on the connection that came after, in the middle of
 * another's transaction. A client here has one connection and is thrown away with it.
 */
export class SessionPool {
  readonly #free: Open[] = []
  readonly #waiting: (() => void)[] = []
  #taken = 0
  #generation = 0

  constructor(
    private readonly connect: (isPatient: boolean) => Promise<Client>,
    private readonly size: number,
  ) {}

  /** Waits for a session and lends it; whoever has it must release it. */
  async take({ isPatient = false } = {}): Promise<Lease> {
    const deadline = Date.now() + LONGEST_WAIT_MS
    await this.#turn(LONGEST_WAIT_MS)
    try {
      const open = this.#pickFree() ?? (await this.#open(isPatient, deadline - Date.now()))
      open.client.bePatient(isPatient)
      return new Lease(open.client, (isUsable) => this.#takeBack(open, isUsable))
    } catch (error) {
      this.#passTurn()
      throw error
    }
  }

  /** Runs `work` with a session of its own. */
  async run<T>(work: (lease: Lease) => Promise<T>, options: { isPatient?: boolean } = {}): Promise<T> {
    const lease = await this.take(options)
    try {
      return await work(lease)
    } finally {
      lease.release()
    }
  }

  /** From now on only new connections are lent. */
  async renew(): Promise<void> {
    this.#generation += 1
    await Promise.all(this.#free.splice(0).map(({ client }) => end(client)))
  }

  /** Waits a while for work under way and ends every connection. */
  async close(): Promise<void> {
    const turns = Array.from({ length: this.size }, () => this.#turn(GRACE_MS))
    await Promise.allSettled(turns)
    await this.renew()
  }

  #turn(milliseconds: number): Promise<void> {
    if (this.#taken < this.size) {
      this.#taken += 1
      return Promise.resolve()
    }
    let enter: () => void = () => undefined
    const turn = new Promise<void>((resolve) => {
      enter = resolve
    })
    this.#waiting.push(enter)
    return withinTime(turn, milliseconds, () => {
      this.#waiting.splice(this.#waiting.indexOf(enter), 1)
      return new DatabaseLostError('database_busy')
    })
  }

  #passTurn(): void {
    const next = this.#waiting.shift()
    if (next === undefined) this.#taken -= 1
    else next()
  }

  #pickFree(): Open | undefined {
    for (;;) {
      const open = this.#free.pop()
      if (open === undefined || this.#isGood(open)) return open
      void end(open.client)
    }
  }

  async #open(isPatient: boolean, milliseconds: number): Promise<Open> {
    const generation = this.#generation
    const connecting = this.connect(isPatient)
    try {
      const client = await withinTime(connecting, milliseconds, () => new DatabaseLostError('database_busy'))
      return { client, generation, since: Date.now() }
    } catch (error) {
      void connecting.then(end, () => undefined)
      // Whatever kept it from opening (the server starts, has no room, refuses us): nothing was done for the request.
      throw error instanceof DatabaseLostError ? error : new DatabaseLostError('database_restarted', error)
    }
  }

  #takeBack(open: Open, isUsable: boolean): void {
    if (isUsable && this.#isGood(open)) this.#free.push(open)
    else void end(open.client)
    this.#passTurn()
  }

  #isGood({ client, since, generation }: Open): boolean {
    return !client.lost.aborted && generation === this.#generation && Date.now() - since < LONGEST_LIFE_MS
  }
}

/** A connection that does not even end well is gone all the same. */
async function end(client: Client): Promise<void> {
  await client.end().catch(() => undefined)
}
