import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Handler } from './handler'
import { incomingRequest } from './plain-request'

/** Hosts and addresses that can be read in one way only; everything else goes the longer way. */
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$/
const TARGET = /^\/rest\/v1\/[\w/]*(\?[^\s\\#]*)?$/

/** Says where a request comes from, by its connection or its headers. */
export type AddressOf = (message: IncomingMessage, headers: Headers) => string

/**
 * A handler for requests to PostgREST that makes no streams of their bodies and answers; false for any other request,
 * which the adapter to Node must take. Most of what people do is such a request, and most of its time was the adapter's.
 */
export function plainAnswers(handler: Handler, addressOf: AddressOf) {
  return (message: IncomingMessage, response: ServerResponse): boolean => {
    const url = urlOf(message)
    if (url === undefined) return false
    const headers = new Headers(pairs(message.rawHeaders))
    const request = incomingRequest({ url, method: message.method ?? 'GET', headers }, message)
    handler(request, { address: addressOf(message, headers) })
      .then((answer) => send(answer, response))
      .catch((error: unknown) => {
        console.error('an answer could not be sent:', error)
        response.destroy()
      })
    return true
  }
}

function urlOf({ url = '', headers, method = '' }: IncomingMessage): string | undefined {
  const host = headers.host ?? ''
  if (!HOST.test(host) || !TARGET.test(url) || !/^(GET|POST|PATCH|DELETE)$/.test(method)) return undefined
  const whole = new URL(`http://${host}${url}`)
  return whole.hostname === host.replace(/:\d+$/, '') ? whole.href : undefined
}

function pairs(raw: readonly string[]): [string, string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[index * 2] ?? '', raw[index * 2 + 1] ?? ''])
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  const bytes = answer.body === null ? undefined : new Uint8Array(await answer.arrayBuffer())
  const headers: Record<string, string> = Object.fromEntries(answer.headers)
  headers['content-type'] ??= 'text/plain; charset=UTF-8'
  if (bytes !== undefined) headers['content-length'] ??= String(bytes.length)
  response.writeHead(answer.status, headers)
  response.end(bytes)
}
