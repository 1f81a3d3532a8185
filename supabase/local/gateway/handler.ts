import { plainText } from './plain-request'

/** Who sent a request, as far as the connection tells. */
export interface Client {
  address: string
  /** Aborted when the connection took its answer whole, or is gone; nobody reads on after that. */
  left?: AbortSignal
}

/** Answers one request. */
export type Handler = (request: Request, client: Client) => Promise<Response>

/** Adds to, or changes, what the handler behind it does. */
export type Layer = (next: Handler) => Handler

/** Puts layers around a handler; the first one sees the request first. */
export function stackLayers(handler: Handler, layers: readonly Layer[]): Handler {
  return layers.reduceRight((next, layer) => layer(next), handler)
}

/** An answer in the form of the auth service, which supabase-js turns into an AuthError with `code`. */
export function authError(status: number, errorCode: string, message: string, more: object = {}): Response {
  return Response.json({ code: status, error_code: errorCode, msg: message, ...more }, { status })
}

/** An answer in the form of the storage service. */
export function storageError(status: number, error: string, message: string): Response {
  return Response.json({ statusCode: String(status), error, message }, { status: status === 401 ? 401 : 400 })
}

/** The body of a request that read-bodies.ts has read already; whoever comes later can read it again. */
export async function textOf(request: Request): Promise<string> {
  return plainText(request) ?? request.clone().text()
}

/** The answer with some headers changed. A copy is made only of one that cannot be changed itself. */
export function withHeaders(answer: Response, change: (headers: Headers) => void): Response {
  try {
    change(answer.headers)
    return answer
  } catch {
    const headers = new Headers(answer.headers)
    change(headers)
    return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers })
  }
}

/** An answer in the form of PostgREST. */
export function restError(status: number, code: string, message: string): Response {
  return Response.json({ code, message, details: null, hint: null }, { status })
}

/** Reads a field of an unknown value. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

/** Reads a text field of JSON text; anything else is undefined. */
export function textField(value: unknown, name: string): string | undefined {
  const found = field(value, name)
  return typeof found === 'string' ? found : undefined
}

/** Parses JSON from outside; what is not JSON is undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
