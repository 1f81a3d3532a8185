import { useEffect } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'
import { useFeedback } from './feedback/feedback-context'

interface LeaveGuardProps {
  /** Whether leaving now would leave something behind. */
  readonly hasUnsaved: () => boolean
  /** Tries to bring it to safety; leaving goes on by itself when it succeeds. */
  readonly save?: () => Promise<unknown>
  /** What would be left behind, in words. */
  readonly description: string
}

const saveNothing = () => Promise.resolve()

/** Saves before the reader leaves, and asks when that does not work. */
export function LeaveGuard({ hasUnsaved, save = saveNothing, description }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasUnsaved() &&
      `${currentLocation.pathname}${currentLocation.search}` !== `${nextLocation.pathname}${nextLocation.search}`,
  )
  const { state } = blocker
  const { ask } = useFeedback()
  const question = {
    title: '离开这一页？',
    content: description,
    okText: '仍要离开',
    cancelText: '留在这里',
    isDanger: true,
  }

  useEffect(() => {
    if (state !== 'blocked') return undefined
    let isCurrent = true
    const decide = async () => {
      if (!isCurrent) return
      if (!hasUnsaved() || (await ask(question))) blocker.proceed?.()
      else blocker.reset?.()
    }
    void save().then(decide, decide)
    return () => {
      isCurrent = false
    }
    // One attempt to save for each attempt to leave.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])

  useBeforeUnload((event) => {
    if (hasUnsaved()) event.preventDefault()
  })

  return null
}
