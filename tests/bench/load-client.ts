import { Agent, request } from 'node:http'

/** One call of a function of the API, ready to be sent. */
export interface ApiCall {
  /** The function's name, with a query string where the app sends one. */
  rpc: string
  body: string
  /** A shorter answer cannot be right. */
  leastBytes: number
}

/** Longer than any measure; what takes longer failed. */
const TIMEOUT_MS = 60_000

/** Sends requests over so many connections, which are kept open; light, as it shares the machine with the server. */
export class LoadClient {
  readonly #agent: Agent

  constructor(
    private readonly url: string,
    private readonly publishableKey: string,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections, maxFreeSockets: connections })
  }

  /** Calls a function as whoever has the token; answers the body, or throws what came instead. */
  async call({ rpc, body, leastBytes }: ApiCall, token: string): Promise<string> {
    const text = await this.post(`/rest/v1/rpc/${rpc}`, body, token)
    const bytes = Buffer.byteLength(text)
    if (bytes < leastBytes) throw new Error(`200 with ${bytes} bytes of at least ${leastBytes}: ${text.slice(0, 500)}`)
    return text
  }

  /** Posts JSON; answers the body of a 200, or throws status and body. */
  post(path: string, body: string, token?: string): Promise<string> {
    const headers = {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
      apikey: this.publishableKey,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    }
    return new Promise((resolve, reject) => {
      const outgoing = request(this.url + path, { method: 'POST', agent: this.#agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          if (response.statusCode === 200) resolve(text)
          else reject(new Error(`${response.statusCode} ${text.slice(0, 500)}`))
        })
      })
      outgoing.setTimeout(TIMEOUT_MS, () => outgoing.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)))
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}
