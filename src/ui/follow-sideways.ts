import type { UIEvent } from 'react'

/** Where a box was put by another one: its own report of that is no wish of the reader's. */
const placed = new WeakMap<Element, number>()

/**
 * Moves every `data-sideways` box of a table as far to the side as the one that was scrolled. The head and the rows are
 * two such boxes, as a head inside the box that scrolls could not stick to the page.
 */
export function followSideways({ currentTarget: moved }: UIEvent<HTMLElement>): void {
  const left = moved.scrollLeft
  if (placed.get(moved) === left) return
  placed.delete(moved)
  const table = moved.closest('[data-sideways-group]')
  table?.toggleAttribute('data-is-aside', left > 0)
  for (const box of table?.querySelectorAll('[data-sideways]') ?? []) {
    if (box === moved || box.scrollLeft === left) continue
    box.scrollLeft = left
    placed.set(box, box.scrollLeft)
  }
}
