import { useCallback, useSyncExternalStore } from 'react'
import { breakpoints } from './breakpoints'

function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', notify)
      return () => list.removeEventListener('change', notify)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}

/** Whether the page is being laid out for paper. */
export function useIsPrinting(): boolean {
  return useMediaQuery('print')
}

/** Whether the page is as narrow as a phone, where tables become cards. */
export function useIsPhone(): boolean {
  return useMediaQuery(`(max-width: ${breakpoints.phone}px)`)
}

/** Whether a table has no room for its secondary columns. */
export function useIsTight(): boolean {
  return useMediaQuery(`(max-width: ${breakpoints.tight}px)`)
}

/** Whether there is no room for two things side by side. */
export function useIsNarrow(): boolean {
  return useMediaQuery(`(max-width: ${breakpoints.narrow}px)`)
}
