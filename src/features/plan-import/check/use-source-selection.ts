import { useCallback, useState } from 'react'

interface SourceRange {
  readonly start: number
  readonly end: number
}

/** The stretch of the source that the reader has marked, in its offsets. */
export function useSourceSelection() {
  const [range, setRange] = useState<SourceRange | null>(null)
  const read = useCallback(() => setRange(readSelection()), [])
  const clear = useCallback(() => {
    globalThis.getSelection()?.removeAllRanges()
    setRange(null)
  }, [])
  return { range, read, clear }
}

function readSelection(): SourceRange | null {
  const selection = globalThis.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const marked = selection.getRangeAt(0)
  const start = offsetOf(marked.startContainer, marked.startOffset)
  const end = offsetOf(marked.endContainer, marked.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Each stretch on the page knows the offset at which it starts. */
function offsetOf(node: Node, offset: number): number | null {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]')
  const start = Number(holder?.getAttribute('data-start') ?? Number.NaN)
  if (Number.isNaN(start)) return null
  return node instanceof Element ? start : start + offset
}
