import { answerCleanly } from './gateway/clean-answers'
import type { Database } from './database/database'
import { createGateway, isApiPath } from './gateway/gateway'
import type { App } from '@supabase/lite'
import { stackLayers, type Client, type Handler } from './gateway/handler'

/** An account that the sign-in page offers by one click; in the demonstration only. */
export interface DemoAccount {
  email: string
  password: string
  label: string
}

/** What the built app reads at run time, so that one build serves any Supabase project. */
export interface RuntimeConfig {
  /** '' is the address the app itself came from. */
  supabaseUrl: string
  supabasePublishableKey: string
  demoAccounts?: DemoAccount[]
}

/** What is served besides the API. */
export interface Pages {
  config: RuntimeConfig
  /** The single-page app; nothing in tests of the API. */
  app?: Handler
}

/** One address for the API, the run-time configuration and the app. */
export function createServerHandler(app: App, database: Database, pages: Pages): Handler {
  const api = createGateway(app, database)
  const answer = async (request: Request, client: Client) => {
    const { pathname } = new URL(request.url)
    if (isApiPath(pathname)) return api(request, client)
    if (pathname === '/config.json') {
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return new Response('Method not allowed', { status: 405 })
      return Response.json(pages.config, {
        headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
      })
    }
    return pages.app?.(request, client) ?? new Response('Not found', { status: 404 })
  }
  return stackLayers(answer, [answerCleanly])
}
