import type { JsonBodyType } from 'msw'
import { http, HttpResponse } from 'msw'
import { configure } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { configureClient } from '@/data/client'

const API = 'http://api.test'
const WRITES = { POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const

interface Refusal {
  readonly key: string
  readonly status?: number
  readonly detail?: string
  /** The SQLSTATE; by default the one that carries the status. */
  readonly code?: string
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
  /** Notes what was asked, with what the address narrows it to, and answers it. */
  const hear = async (name: string, request: Request, answer: (args: Arguments) => JsonBodyType) => {
    const text = await request.text()
    const body: unknown = text === '' ? {} : JSON.parse(text)
    const rows = Array.isArray(body) ? { rows: body } : typeof body === 'object' ? body : {}
    const { select: _select, columns: _columns, ...narrowed } = Object.fromEntries(new URL(request.url).searchParams)
    const args: Arguments = { ...rows, ...narrowed }
    calls.push({ name, args })
    try {
      return HttpResponse.json(answer(args))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { key, status = 409, detail = '', code = `PT${status}` } = error.refusal
      return HttpResponse.json({ message: key, code, details: detail, hint: null }, { status })
    }
  }
  beforeAll(() => {
    configureClient({ supabaseUrl: API, supabasePublishableKey: 'test', demoAccounts: [] })
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
    table: (name: string, rows: () => readonly JsonBodyType[] | Promise<readonly JsonBodyType[]>) =>
      server.use(
        http.get(`${API}/rest/v1/${name}`, async () => {
          const all = await rows()
          return HttpResponse.json([...all], {
            headers: { 'Content-Range': `0-${Math.max(0, all.length - 1)}/${all.length}` },
          })
        }),
      ),
    /** What a function answers; throwing `Refused` refuses. */
    rpc: (name: string, answer: (args: Arguments) => JsonBodyType) =>
      server.use(http.post(`${API}/rest/v1/rpc/${name}`, ({ request }) => hear(name, request, answer))),
    /** What writing to a table answers, the rows it changed; throwing `Refused` refuses. Called `POST units`. */
    write: (method: 'POST' | 'PATCH' | 'DELETE', table: string, answer: (args: Arguments) => JsonBodyType[]) =>
      server.use(
        http[WRITES[method]](`${API}/rest/v1/${table}`, ({ request }) => hear(`${method} ${table}`, request, answer)),
      ),
  }
}
