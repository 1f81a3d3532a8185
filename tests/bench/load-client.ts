import { Pool } from 'undici'

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
  readonly #pool: Pool

  constructor(
    url: string,
    private readonly publishableKey: string,
    connections: number,
  ) {
    this.#pool = new Pool(url, { connections, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS })
  }

  /** Calls a function as whoever has the token; answers the body, or throws what came instead. */
  async call({ rpc, body, leastBytes }: ApiCall, token: string): Promise<string> {
    const text = await this.post(`/rest/v1/rpc/${rpc}`, body, token)
    const bytes = Buffer.byteLength(text)
    if (bytes < leastBytes) throw new Error(`200 with ${bytes} bytes of at least ${leastBytes}: ${text.slice(0, 500)}`)
    return text
  }

  /** Posts JSON; answers the body of a 200, or throws status and body. */
  async post(path: string, body: string, token?: string): Promise<string> {
    const headers = {
      'content-type': 'application/json',
      apikey: this.publishableKey,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    }
    const answer = await this.#pool.request({ path, method: 'POST', headers, body })
    const text = await answer.body.text()
    if (answer.statusCode === 200) return text
    throw new Error(`${answer.statusCode} ${text.slice(0, 500)}`)
  }

  close(): Promise<void> {
    return this.#pool.destroy()
  }
}
