import FilterOutlined from '@ant-design/icons/FilterOutlined'
import { Button } from 'antd'
import { useId, useState } from 'react'
import styles from './FilterBar.module.css'
import { useIsPhone } from './use-media-query'

interface FilterBarProps {
  /** What is narrowed: 筛选任务. */
  readonly label: string
  /** Inside a flush sheet, above its table; else it lies on the desk. */
  readonly isInSheet?: boolean
  /** The box for words, which stays in sight on a phone. */
  readonly search?: React.ReactNode
  /** How many of the filters are set, which the button says that they stand behind. */
  readonly setCount: number
  readonly children?: React.ReactNode
}

/** What a list can be narrowed by, in one line; on a phone the words alone, and the rest behind one button. */
export function FilterBar({ label, isInSheet = false, search, setCount, children }: FilterBarProps) {
  const isPhone = useIsPhone()
  const [isOpen, setIsOpen] = useState(false)
  const panelId = useId()
  const isFolded = isPhone && children !== undefined
  return (
    <div
      role="search"
      aria-label={label}
      className={isInSheet ? `${styles.bar} ${styles.inSheet}` : styles.bar}
      data-print="hide"
    >
      {isFolded && search !== undefined ? <div className={styles.search}>{search}</div> : search}
      {isFolded ? (
        <Button
          icon={<FilterOutlined aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setIsOpen(!isOpen)}
        >
          {setCount === 0 ? '筛选' : `筛选（已选 ${setCount} 项）`}
        </Button>
      ) : null}
      {isFolded ? (
        <div id={panelId} className={styles.panel} hidden={!isOpen}>
          {children}
        </div>
      ) : (
        children
      )}
    </div>
  )
}

/** How many of these values narrow anything. */
export function countSet(values: readonly (string | number | boolean)[]): number {
  return values.filter((value) => value !== '' && value !== 0 && value !== false).length
}
