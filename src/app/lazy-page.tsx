import { ErrorMessage } from '@/ui/ErrorMessage'
import { notFetched } from '@/ui/lazy-part'
import type { ComponentType, FunctionComponent } from 'react'
import { SignedOutFrame } from './SignedOutFrame'

type PageCode = () => Promise<{ readonly Component: FunctionComponent }>

/**
 * A page's code for the router. It never fails: the router shows nothing at all, not even the frame around, where it does.
 * A page that cannot be fetched says so in its own place, and is asked for again each time somebody comes to it.
 */
export function lazyPage(fetchCode: PageCode, NotHere: ComponentType<NotHereProps> = PageNotHere) {
  const fetchPage = async () => (await fetchCode()).Component
  return () => fetchCode().catch(() => ({ Component: notFetched(fetchPage, NotHere) }))
}

interface NotHereProps {
  readonly onRetry: () => void
}

function PageNotHere({ onRetry }: NotHereProps) {
  return (
    <ErrorMessage
      isPage
      title="页面没有加载完整"
      message="网络可能中断，或系统刚更新过。请重试。"
      // After a renewal only the new page knows its files; without a network there would be no page at all.
      onRetry={() => (navigator.onLine ? globalThis.location.reload() : onRetry())}
    />
  )
}

/** The same for what brings its own frame: the shell, and pages for people who are not signed in. */
export function FramedPageNotHere(props: NotHereProps) {
  return (
    <SignedOutFrame>
      <PageNotHere {...props} />
    </SignedOutFrame>
  )
}
