import { useMediaQuery } from '@/ui/use-media-query'

/** Whether the two panes of the desk have no room beside each other. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 900px)')
}
