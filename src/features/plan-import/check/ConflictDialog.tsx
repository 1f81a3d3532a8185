import { Buttons } from '@/ui/Buttons'
import { FormError } from '@/ui/FormError'
import { useAttempt } from '@/ui/use-attempt'
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
  const { isBusy, error, run } = useAttempt()
  const [choice, setChoice] = useState<'theirs' | 'mine'>('theirs')

  const settle = (next: 'theirs' | 'mine') => {
    if (conflict === null) return
    setChoice(next)
    void run(() => {
      const chosen = next === 'mine' ? content : conflict.content
      const isSettled = autosave.resolve(chosen)
      // At once: what is typed from now on builds on it.
      edit(() => chosen)
      return isSettled
    })
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
        <Button danger loading={isBusy && choice === 'mine'} onClick={() => settle('mine')}>
          用我的覆盖同事的
        </Button>
        <Button type="primary" loading={isBusy && choice === 'theirs'} onClick={() => settle('theirs')}>
          采用同事的
        </Button>
      </Buttons>
      <p className={styles.hint}>采用同事的之后，按“撤销”可以找回您的修改。</p>
    </Modal>
  )
}
