import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useBeforeUnload, useBlocker } from 'react-router'

interface LeaveGuardProps {
  /** Whether leaving now would leave something behind. */
  readonly hasUnsaved: () => boolean
  /** Tries to bring it to safety; leaving goes on by itself when it succeeds. */
  readonly save: () => Promise<unknown>
  /** What would be left behind, in words. */
  readonly description: string
}

/** Saves before the reader leaves, and asks when that does not work. */
export function LeaveGuard({ hasUnsaved, save, description }: LeaveGuardProps) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      hasUnsaved() &&
      `${currentLocation.pathname}${currentLocation.search}` !== `${nextLocation.pathname}${nextLocation.search}`,
  )
  const { state } = blocker
  const [isAsking, setIsAsking] = useState(false)

  useEffect(() => {
    setIsAsking(false)
    if (state !== 'blocked') return undefined
    let isCurrent = true
    const decide = () => {
      if (!isCurrent) return
      if (hasUnsaved()) setIsAsking(true)
      else blocker.proceed?.()
    }
    save().then(decide, decide)
    return () => {
      isCurrent = false
    }
    // One attempt to save for each attempt to leave.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])

  useBeforeUnload((event) => {
    if (hasUnsaved()) event.preventDefault()
  })

  return (
    <Modal
      open={state === 'blocked' && isAsking}
      title="离开这一页？"
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" onClick={() => blocker.proceed?.()}>
          仍要离开
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          留在这里
        </Button>,
      ]}
    >
      {description}
    </Modal>
  )
}
