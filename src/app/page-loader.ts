import type { LoaderFunctionArgs } from 'react-router'
import { hasOpenSession } from './guards'
import type { PageName } from './page-code'
import { pageDataCode } from './page-code'

/** A loader that asks for what a page reads first, beside its code; nothing waits for it, and a visitor asks for nothing. */
export function readPageFirst(page: PageName) {
  return async ({ params, request }: LoaderFunctionArgs): Promise<null> => {
    if (await hasOpenSession()) {
      const { searchParams } = new URL(request.url)
      void pageDataCode()
        .then(({ readFirst }) => readFirst(page, params, searchParams))
        .catch(() => undefined)
    }
    return null
  }
}
