import { Suspense, useState } from 'react'

interface OnceOpenedProps {
  readonly isOpen: boolean
  /** What opens beside the page or over it, by `lazy`. */
  readonly children: React.ReactNode
}

/** Fetches a drawer or a dialog when it is first opened; from then on it stays, and closes with its own motion. */
export function OnceOpened({ isOpen, children }: OnceOpenedProps) {
  const [wasOpened, setWasOpened] = useState(isOpen)
  if (isOpen && !wasOpened) setWasOpened(true)
  return wasOpened ? <Suspense>{children}</Suspense> : null
}
