import { App } from 'antd'
import { useState } from 'react'

/** Asks before a drawer with unsaved words is closed. */
export function useCloseGuard(onClose: () => void) {
  const { modal } = App.useApp()
  const [isTouched, setIsTouched] = useState(false)
  const finish = () => {
    setIsTouched(false)
    onClose()
  }
  const close = () => {
    if (!isTouched) return finish()
    void modal.confirm({ title: '放弃未保存的修改？', okText: '放弃', cancelText: '继续填写', onOk: finish })
  }
  return { touch: () => setIsTouched(true), finish, close }
}
