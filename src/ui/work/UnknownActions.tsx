import { Button } from 'antd'

interface UnknownActionsProps {
  /** The question what may be done. */
  readonly query: { readonly isLoadingError: boolean; readonly refetch: () => unknown }
}

/** Nothing, unless it could not be read what may be done here: a failure never looks like "nothing may be done". */
export function UnknownActions({ query }: UnknownActionsProps) {
  if (!query.isLoadingError) return null
  return (
    <Button size="small" type="text" danger data-print="hide" onClick={() => void query.refetch()}>
      没有读取到可做的操作，重试
    </Button>
  )
}
