import { useErrorWords } from './error-words'
import { ErrorMessage } from './ErrorMessage'
import { Skeleton } from './Skeleton'
import { Notice } from './Notice'
import { TextButton } from './TextButton'

/** What this needs of a query; a `useQuery` result fits. */
export interface QueryLike<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly isFetching: boolean
  readonly refetch: () => unknown
}

interface QueryStateProps<Data> {
  readonly query: QueryLike<Data>
  /** A skeleton in the shape of what comes. */
  readonly skeleton?: React.ReactNode
  /** Shown in place of an empty list, or of what `isEmpty` says is as good as one. */
  readonly empty?: React.ReactNode
  readonly isEmpty?: (data: Data) => boolean
  readonly errorTitle?: string
  /** All of the page waits for it: a failure is the page's heading. */
  readonly isPage?: boolean
  readonly children: (data: Data) => React.ReactNode
}

/**
 * Shows a query's waiting, failure, emptiness or data, in that order. Data that is already here stays when
 * refreshing it fails, under a line that says it may be old: a failure never looks like "nothing overdue".
 */
export function QueryState<Data>(props: QueryStateProps<Data>) {
  const { query, skeleton, empty, isEmpty = isEmptyList, errorTitle, isPage, children } = props
  const errorWords = useErrorWords()
  const { data, error, isFetching } = query
  const retry = () => void query.refetch()
  const hasFailed = error !== null && error !== undefined

  if (data === undefined) {
    if (!hasFailed) return <div aria-busy="true">{skeleton ?? <Skeleton />}</div>
    return (
      <ErrorMessage
        message={errorWords(error)}
        onRetry={retry}
        isRetrying={isFetching}
        {...(isPage === undefined ? {} : { isPage })}
        {...(errorTitle === undefined ? {} : { title: errorTitle })}
      />
    )
  }
  return (
    <>
      {hasFailed ? <StaleNotice reason={errorWords(error)} onRetry={retry} isRetrying={isFetching} /> : null}
      {empty !== undefined && isEmpty(data) ? empty : children(data)}
    </>
  )
}

function isEmptyList(data: unknown): boolean {
  return Array.isArray(data) && data.length === 0
}

function StaleNotice({ reason, onRetry, isRetrying }: { reason: string; onRetry: () => void; isRetrying: boolean }) {
  return (
    <Notice
      tone="warning"
      role="alert"
      actions={
        <TextButton onClick={onRetry} disabled={isRetrying}>
          {isRetrying ? '正在重试' : '重试'}
        </TextButton>
      }
    >
      没有刷新成功，以下可能不是最新内容。{reason}
    </Notice>
  )
}
