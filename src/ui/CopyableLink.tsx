import { Button, type InputRef } from 'antd'
import Input from 'antd/es/input/Input'
import { useRef, useState } from 'react'
import styles from './CopyableLink.module.css'

interface CopyableLinkProps {
  readonly url: string
  /** What the link is for. */
  readonly label: string
}

/** A link to hand on: shown whole, copied by one click, selected when the browser refuses to copy. */
export function CopyableLink({ url, label }: CopyableLinkProps) {
  const input = useRef<InputRef>(null)
  const [note, setNote] = useState('')

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      setNote('已复制')
    } catch {
      // Pages on plain http have no clipboard; the reader copies what is selected.
      input.current?.select()
      setNote('请按 Ctrl+C 复制')
    }
  }

  return (
    <div>
      <div className={styles.row}>
        <Input ref={input} readOnly value={url} aria-label={label} onFocus={(event) => event.target.select()} />
        <Button type="primary" onClick={() => void copy()}>
          复制链接
        </Button>
      </div>
      <p role="status" className={styles.note}>
        {note}
      </p>
    </div>
  )
}
