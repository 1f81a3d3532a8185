import { userMessage } from '@/data/error-messages'
import { paths } from '@/domain/addresses/paths'
import { ErrorMessage } from '@/ui/ErrorMessage'
import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from 'react-router'
import { ForbiddenPageError } from './guards'
import { NotFoundPage } from './NotFoundPage'

const HTTP_NOT_FOUND = 404

/** What stands in place of a page that could not be opened, in words, with a way on. */
export function RouteError() {
  const error = useRouteError()
  const revalidator = useRevalidator()
  const toHome = <Link to={paths.home.to()}>回到首页</Link>

  if (error instanceof ForbiddenPageError) {
    return (
      <ErrorMessage
        isPage
        kind="notice"
        title="您没有打开此页的权限"
        message="如需使用此页，请联系政务公开办。"
        actions={toHome}
      />
    )
  }
  if (isRouteErrorResponse(error) && error.status === HTTP_NOT_FOUND) return <NotFoundPage />
  return (
    <ErrorMessage
      isPage
      title="此页没有打开"
      message={userMessage(error)}
      onRetry={() => void revalidator.revalidate()}
      isRetrying={revalidator.state === 'loading'}
      actions={toHome}
    />
  )
}
