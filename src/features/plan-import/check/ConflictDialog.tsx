import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import styles from './CheckDesk.module.css'
import { useDesk, useDeskActions } from './use-desk'

/** Two people edited the draft: the clerk chooses whose stays. Choosing theirs can be undone. */
export function ConflictDialog() {
  const { edit } = useDeskActions()
  const autosave = useDesk((desk) => desk.autosave)
  const { conflict, content } = useStore(autosave.store)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState<'theirs' | 'mine' | null>(null)

  const settle = async (choice: 'theirs' | 'mine') => {
    if (conflict === null) return
    const chosen = choice === 'mine' ? content : conflict.content
    setBusy(choice)
    setError(null)
    try {
      const isSettled = autosave.resolve(chosen)
      // At once: what is typed from now on builds on it.
      edit(() => chosen)
      await isSettled
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(null)
    }
  }

  return (
    <Modal
      open={conflict !== null}
      title="同事刚刚保存了这份草稿"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={null}
    >
      <p>您的修改还没有保存。请选择以哪一份为准：</p>
      <FormError error={error} />
      <Buttons align="end">
        <Button danger loading={busy === 'mine'} onClick={() => void settle('mine')}>
          用我的覆盖同事的
        </Button>
        <Button type="primary" loading={busy === 'theirs'} onClick={() => void settle('theirs')}>
          采用同事的
        </Button>
      </Buttons>
      <p className={styles.hint}>采用同事的之后，按“撤销”可以找回您的修改。</p>
    </Modal>
  )
}
