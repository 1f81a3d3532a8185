import { useId, useRef, useState } from 'react'
import styles from './FilePicker.module.css'
import { refuseFile, sizeInWords, type FileRule } from './file-rule'

interface FilePickerProps {
  readonly rule: FileRule
  /** The files that the rule takes. */
  readonly onFiles: (files: File[]) => void
  readonly isMultiple?: boolean
  /** The invitation: 把文件拖到这里，或点击选择. */
  readonly label: string
}

/** A place to drop files or choose them; refuses with a word why what the rule does not take. */
export function FilePicker({ rule, onFiles, isMultiple = false, label }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setIsOver] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, isMultiple ? undefined : 1)
    setRefusals(files.map((file) => refuseFile(file, rule)).filter((words) => words !== null))
    const taken = files.filter((file) => refuseFile(file, rule) === null)
    if (taken.length > 0) onFiles(taken)
    if (input.current !== null) input.current.value = ''
  }

  return (
    <div
      className={isOver ? `${styles.zone} ${styles.over}` : styles.zone}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <label className={styles.label}>
        {label}
        <input
          ref={input}
          className={styles.input}
          type="file"
          multiple={isMultiple}
          accept={rule.extensions.map((extension) => `.${extension}`).join(',')}
          aria-describedby={hintId}
          onChange={(event) => take(event.target.files)}
        />
      </label>
      <p id={hintId} className="faint">
        {rule.kindsInWords}，不超过 {sizeInWords(rule.maxBytes)}
      </p>
      {refusals.map((words) => (
        <p key={words} role="alert" className={styles.refusal}>
          {words}
        </p>
      ))}
    </div>
  )
}
