import { useCallback } from 'react'

/** What a button opened on the page, below it: comes into view as a whole, clear of the bars that stick to its edges. */
export function OpenedInPlace({ children, ...rest }: React.ComponentProps<'div'>) {
  const show = useCallback((element: HTMLElement | null) => {
    // The height of what was opened may still change the height of the page.
    if (element !== null) requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }))
  }, [])
  return (
    <div {...rest} ref={show}>
      {children}
    </div>
  )
}
