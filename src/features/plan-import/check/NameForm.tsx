import { FormError } from '@/ui/FormError'
import { Button } from 'antd'
import { useState } from 'react'
import styles from './NameList.module.css'

interface NameFormProps {
  readonly actionLabel: string
  readonly isReady: boolean
  readonly onSubmit: () => Promise<void>
  readonly onDone: () => void
  readonly children: React.ReactNode
}

/** The frame of a name dialog: its failure keeps what was filled in, its success closes it. */
export function NameForm({ actionLabel, isReady, onSubmit, onDone, children }: NameFormProps) {
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async () => {
    setIsBusy(true)
    setError(null)
    try {
      await onSubmit()
      onDone()
    } catch (thrown) {
      setError(thrown)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {children}
      <FormError error={error} />
      <div className={styles.formButtons}>
        <Button onClick={onDone}>取消</Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>
          {actionLabel}
        </Button>
      </div>
    </form>
  )
}
