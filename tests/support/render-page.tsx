import { userMessage } from '@/data/error-messages'
import { createQueryClient } from '@/data/query-client'
import type { LocalDate } from '@/domain/local-date/local-date'
import { parseLocalDate } from '@/domain/local-date/local-date'
import { ErrorWordsContext } from '@/ui/error-words'
import { TodayContext } from '@/ui/use-today'
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { FeedbackProvider } from '@/ui/feedback/FeedbackProvider'
import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { NuqsAdapter } from 'nuqs/adapters/react-router/v7'
import type { DataRouter, RouteObject } from 'react-router'
import { createBrowserRouter, RouterProvider } from 'react-router'

interface RenderPageOptions {
  /** The address, such as `/tasks?signal=red`. */
  readonly address?: string
  /** The pattern the page stands at, when it reads parameters: `/tasks/:taskId`. */
  readonly pattern?: string
  /** Other pages that the test may be led to. */
  readonly otherRoutes?: RouteObject[]
  readonly today?: LocalDate
}

/** Renders a page with everything the app gives it: language, cache, words for errors, a router, a fixed day. */
export function renderPage(element: React.ReactElement, options: RenderPageOptions = {}) {
  const { address = '/', pattern = '*', otherRoutes = [], today = parseLocalDate('2021-09-30') } = options
  const queryClient: QueryClient = createQueryClient()
  queryClient.setDefaultOptions({ queries: { retry: false, staleTime: 30_000 } })
  const page = { path: pattern, element: <NuqsAdapter>{element}</NuqsAdapter> }
  const router = openRouter([...otherRoutes, page], address)
  const view = render(
    <ConfigProvider
      locale={zhCN}
      theme={{ zeroRuntime: true, token: { motion: false } }}
      button={{ autoInsertSpace: false }}
    >
      <FeedbackProvider>
        <ErrorWordsContext value={userMessage}>
          <TodayContext value={today}>
            <QueryClientProvider client={queryClient}>
              <RouterProvider router={router} />
            </QueryClientProvider>
          </TodayContext>
        </ErrorWordsContext>
      </FeedbackProvider>
    </ConfigProvider>,
  )
  return { ...view, router, queryClient }
}

let open: DataRouter | null = null

/** A router on the window's own address, which filters are read from; the one of the test before is closed. */
export function openRouter(routes: RouteObject[], address: string): DataRouter {
  open?.dispose()
  history.replaceState(null, '', address)
  open = createBrowserRouter(routes)
  return open
}
