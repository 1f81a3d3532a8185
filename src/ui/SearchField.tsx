import { LONGEST_SEARCH } from '@/lib/search-text'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import Input from 'antd/es/input/Input'
import { useEffect, useRef, useState } from 'react'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  /** What is searched now, usually from the address. */
  readonly value: string
  readonly onSearch: (words: string) => void
  readonly label: string
}

const PAUSE_MS = 300

/** A box that searches when typing pauses; a word still being composed by an input method waits. */
export function SearchField({ value, onSearch, label }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const [searched, setSearched] = useState(value)
  const isComposing = useRef(false)

  // The address changed under the box (the back button, a cleared filter).
  if (value !== searched) {
    setSearched(value)
    setText(value)
  }

  useEffect(() => {
    if (text.trim() === value) return undefined
    const timer = setTimeout(() => {
      if (isComposing.current) return
      setSearched(text.trim())
      onSearch(text.trim())
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, value, onSearch])

  return (
    <Input
      allowClear
      maxLength={LONGEST_SEARCH}
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      className={styles.field ?? ''}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onCompositionStart={() => (isComposing.current = true)}
      onCompositionEnd={(event) => {
        isComposing.current = false
        // Some browsers report the end after the change; a new value restarts the pause.
        setText(`${event.currentTarget.value}`)
      }}
    />
  )
}
