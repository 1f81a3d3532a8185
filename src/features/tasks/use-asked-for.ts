import { isMilestoneIn } from '@/domain/addresses/paths'
import type { MilestoneId } from '@/domain/ids'
import { useCallback } from 'react'
import { useLocation } from 'react-router'

/**
 * Whether the address asks for this milestone, and the ref of its part of the page: it comes into view when it is there,
 * which is after the browser looked for it, and takes the focus, so that the keyboard goes on from there.
 */
export function useAskedFor(milestoneId: MilestoneId) {
  const { hash } = useLocation()
  const isAskedFor = isMilestoneIn(hash, milestoneId)
  const arrive = useCallback(
    (element: HTMLElement | null) => {
      if (element === null || !isAskedFor) return
      element.focus({ preventScroll: true })
      element.scrollIntoView({ block: 'start' })
    },
    [isAskedFor],
  )
  return { isAskedFor, arrive }
}
