import { lazyPart } from '@/ui/lazy-part'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { Suspense, useEffect, useState } from 'react'
import styles from './GlobalSearch.module.css'
import type { SearchOptions } from './SearchDialog'

const SearchDialog = lazyPart(() => import('./SearchDialog').then((module) => module.SearchDialog))

/** The search box in the bar; Ctrl K opens it from anywhere. */
export function GlobalSearch({ searchOptions }: { readonly searchOptions: SearchOptions }) {
  const [isOpen, setIsOpen] = useState(false)

  useEffect(() => {
    const openByKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setIsOpen(true)
    }
    document.addEventListener('keydown', openByKey)
    return () => document.removeEventListener('keydown', openByKey)
  }, [])

  return (
    <>
      <button type="button" className={styles.box} onClick={() => setIsOpen(true)} aria-label="查找任务">
        <SearchOutlined aria-hidden />
        <span className={styles.words}>查找任务</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <SearchDialog searchOptions={searchOptions} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
