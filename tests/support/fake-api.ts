import type { JsonBodyType } from 'msw'
import { http, HttpResponse } from 'msw'
import { configure } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { configureClient } from '@/data/client'

const URL = 'http://api.test'

interface Refusal {
  readonly key: string
  readonly status?: number
  readonly detail?: string
}

/** An answer that a SQL function refuses with. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.key)
  }
}

type Arguments = Readonly<Record<string, unknown>>

/** A server for component tests: says what tables hold and what functions answer, and remembers what was asked. */
export function startFakeApi() {
  // Whole pages on a busy machine take their time.
  vi.setConfig({ testTimeout: 30_000 })
  configure({ asyncUtilTimeout: 8000 })
  const server = setupServer()
  const calls: { readonly name: string; readonly args: Arguments }[] = []
  beforeAll(() => {
    configureClient({ supabaseUrl: URL, supabasePublishableKey: 'test', demoAccounts: [] })
    server.listen({ onUnhandledRequest: 'error' })
  })
  afterEach(() => {
    server.resetHandlers()
    calls.length = 0
    localStorage.clear()
  })
  afterAll(() => server.close())

  return {
    server,
    calls,
    callsOf: (name: string) => calls.filter((call) => call.name === name).map((call) => call.args),
    /** Rows that a table answers, whatever is asked of it. */
    table: (name: string, rows: () => readonly JsonBodyType[]) =>
      server.use(
        http.get(`${URL}/rest/v1/${name}`, () => {
          const all = rows()
          return HttpResponse.json([...all], {
            headers: { 'Content-Range': `0-${Math.max(0, all.length - 1)}/${all.length}` },
          })
        }),
      ),
    /** What a function answers; throwing `Refused` refuses. */
    rpc: (name: string, answer: (args: Arguments) => JsonBodyType) =>
      server.use(
        http.post(`${URL}/rest/v1/rpc/${name}`, async ({ request }) => {
          const body: unknown = await request.json()
          const args: Arguments = typeof body === 'object' && body !== null ? { ...body } : {}
          calls.push({ name, args })
          try {
            return HttpResponse.json(answer(args))
          } catch (error) {
            if (!(error instanceof Refused)) throw error
            const { key, status = 409, detail = '' } = error.refusal
            return HttpResponse.json({ message: key, code: `PT${status}`, details: detail, hint: null }, { status })
          }
        }),
      ),
  }
}
