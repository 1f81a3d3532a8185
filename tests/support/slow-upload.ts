import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** An upload whose bytes are sent when the test says so. */
export interface SlowUpload {
  /** Sends some of the bytes. */
  send(bytes: string): Promise<void>
  /** Sends the last of them and answers what the server said. */
  finish(bytes: string): Promise<{ status: number; text: string }>
  /** Breaks the connection off, as a closed page or a pulled cable does. */
  drop(): void
}

/** Opens an upload of `length` bytes, past supabase-js, as anybody can write it. */
export function openUpload(url: string, headers: Record<string, string>, length: number, method = 'POST'): SlowUpload {
  const sent: ClientRequest = request(url, { method, headers: { ...headers, 'content-length': String(length) } })
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve)
    sent.on('error', reject)
  })
  answered.catch(() => undefined)
  sent.flushHeaders()
  return {
    send: (bytes) =>
      new Promise((resolve) => {
        sent.write(bytes, () => resolve())
      }),
    async finish(bytes) {
      sent.end(bytes)
      const response = await answered
      return { status: response.statusCode ?? 0, text: await text(response) }
    },
    drop: () => void sent.destroy(),
  }
}
