import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { SupabaseClient } from '@supabase/supabase-js'
import type { TestStack } from '../../support/stack'

/** A request as anybody can write it, past supabase-js; with the token of `client` if it is signed in. */
export async function send(
  stack: TestStack,
  path: string,
  init: RequestInit = {},
  client?: SupabaseClient,
): Promise<Response> {
  const token = (await client?.auth.getSession())?.data.session?.access_token
  const headers = new Headers({ apikey: stack.publishableKey, 'content-type': 'application/json' })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  new Headers(init.headers).forEach((value, name) => headers.set(name, value))
  return fetch(stack.url + path, { ...init, headers })
}

/** A connection on which bytes are written as they are. */
export async function openSocket(stack: { url: string }): Promise<Socket> {
  const { hostname, port } = new URL(stack.url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.on('error', () => undefined)
  return socket
}

/** Everything that comes on a connection until the server closes it. */
export async function readToEnd(socket: Socket): Promise<string> {
  let text = ''
  socket.on('data', (chunk) => (text += String(chunk)))
  await once(socket, 'close')
  return text
}
