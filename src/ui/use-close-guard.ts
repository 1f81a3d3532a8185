import { App } from 'antd'
import { useState } from 'react'

/**
 * Asks before a drawer with unsaved words is closed. `session` is the key of its content, so that a drawer opened
 * again while it still slides out starts afresh.
 */
export function useCloseGuard(onClose: () => void) {
  const { modal } = App.useApp()
  const [isTouched, setIsTouched] = useState(false)
  const [session, setSession] = useState(0)
  const finish = () => {
    setIsTouched(false)
    setSession(session + 1)
    onClose()
  }
  const close = () => {
    if (!isTouched) return finish()
    void modal.confirm({ title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写', onOk: finish })
  }
  return { session, touch: () => setIsTouched(true), finish, close }
}
