import type { LoaderFunctionArgs } from 'react-router'
import { hasOpenSession } from './guards'
import { firstReads, type PageName } from './page-code'

/** A loader that asks for what a page reads first, beside its code; nothing waits for it, and a visitor asks for nothing. */
export function readPageFirst(page: PageName) {
  return async ({ params, request }: LoaderFunctionArgs): Promise<null> => {
    if (await hasOpenSession()) void readFirst(page, params, new URL(request.url).searchParams).catch(() => undefined)
    return null
  }
}

async function readFirst(page: PageName, params: LoaderFunctionArgs['params'], search: URLSearchParams): Promise<void> {
  const reads = await firstReads[page]?.()
  reads?.readFirst({ params, search })
}
