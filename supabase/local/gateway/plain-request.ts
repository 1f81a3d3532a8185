import type { IncomingMessage } from 'node:http'

/** What a request is made of. */
interface Parts {
  url: string
  method: string
  headers: Headers
}

/** Where the bytes of a body still come from. */
const incoming = new WeakMap<Request, IncomingMessage>()
/** Bodies that lie in memory. */
const texts = new WeakMap<Request, string>()

/**
 * A request of the web whose body is text in memory, or which has none. One that Node makes keeps its body in streams:
 * making it, reading it a second time and giving it other headers each take longer than the work in the database. What is
 * not here is not used behind the gateway for PostgREST; it fails loudly.
 */
export function plainRequest({ url, method, headers }: Parts, text: string | null): Request {
  const read = async () => text ?? ''
  const request: Request = Object.create(Request.prototype, {
    url: { value: url },
    method: { value: method },
    headers: { value: headers },
    body: { value: null },
    bodyUsed: { value: false },
    text: { value: read },
    json: { value: async (): Promise<unknown> => JSON.parse(await read()) },
    arrayBuffer: { value: async () => new TextEncoder().encode(await read()).buffer },
    clone: { value: () => plainRequest({ url, method, headers }, text) },
  })
  texts.set(request, text ?? '')
  return request
}

/** A request whose body is still on its way, for readBodies to fetch. */
export function incomingRequest(parts: Parts, message: IncomingMessage): Request {
  const request = plainRequest(parts, null)
  incoming.set(request, message)
  return request
}

/** Where the body of a request still comes from, if it was made so. */
export function incomingOf(request: Request): IncomingMessage | undefined {
  return incoming.get(request)
}

/** The body of a request that has it in memory. */
export function plainText(request: Request): string | undefined {
  return texts.get(request)
}
