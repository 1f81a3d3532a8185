import type { DraftTaskId } from '@/domain/plan-draft/draft-ids'
import { useLayoutEffect, useRef } from 'react'

type Box = React.RefObject<HTMLDivElement | null>

const MARGIN_ABOVE = 48

/** Scrolls this pane alone to the selected task; the page stays where the clerk is working. */
export function useFollowing(box: Box, taskId: DraftTaskId | null): void {
  useLayoutEffect(() => {
    if (taskId === null) return undefined
    return scrollTo(box, (pane) => pane.querySelector(`[data-task=${JSON.stringify(taskId)}]`))
  }, [box, taskId])
}

/** A file may hold several plans: the pane opens where this one begins, once. */
export function useOpeningPlace(box: Box, sourceStart: number): void {
  const start = useRef(sourceStart)
  useLayoutEffect(() => {
    if (start.current <= 0) return undefined
    return scrollTo(box, (pane) =>
      [...pane.querySelectorAll('[data-start]')].findLast(
        (place) => Number(place.getAttribute('data-start')) <= start.current,
      ),
    )
  }, [box])
}

function scrollTo(box: Box, find: (pane: HTMLDivElement) => Element | null | undefined): () => void {
  const scroll = (): void => {
    const pane = box.current
    const place = pane === null ? null : find(pane)
    if (pane === null || place === null || place === undefined) return
    const offset = place.getBoundingClientRect().top - pane.getBoundingClientRect().top
    if (offset < 0 || offset > pane.clientHeight - MARGIN_ABOVE * 2) pane.scrollTop += offset - MARGIN_ABOVE
  }
  scroll()
  // Lines far away have estimated heights until they are painted once.
  const frame = requestAnimationFrame(scroll)
  return () => cancelAnimationFrame(frame)
}
