import styles from './Pager.module.css'

interface PagerProps {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  readonly onChange: (page: number) => void
}

/** The way to the other pages of a list, with what this one shows of it; nothing where one page shows all. */
export function Pager({ page, pageSize, total, onChange }: PagerProps) {
  const last = Math.ceil(total / pageSize)
  if (last <= 1) return null
  return (
    <nav className={styles.pager} aria-label="分页">
      <span className={styles.sum}>
        第 {(page - 1) * pageSize + 1}–{Math.min(page * pageSize, total)} 条，共 {total} 条
      </span>
      <PageButton label="上一页" isDisabled={page <= 1} onPress={() => onChange(page - 1)}>
        ‹
      </PageButton>
      {pagesAround(page, last).map((each, index, pages) => (
        <span key={each}>
          {each - (pages[index - 1] ?? 0) > 1 ? <span aria-hidden>…</span> : null}
          <PageButton label={`第 ${each} 页`} isCurrent={each === page} onPress={() => onChange(each)}>
            {each}
          </PageButton>
        </span>
      ))}
      <PageButton label="下一页" isDisabled={page >= last} onPress={() => onChange(page + 1)}>
        ›
      </PageButton>
    </nav>
  )
}

/** The first and the last page, and those from which this one is a step away. */
export function pagesAround(page: number, last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (each) => each === 1 || each === last || Math.abs(each - page) <= 1,
  )
}

interface PageButtonProps {
  readonly label: string
  readonly isCurrent?: boolean
  readonly isDisabled?: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
}

function PageButton({ label, isCurrent = false, isDisabled = false, onPress, children }: PageButtonProps) {
  return (
    <button
      type="button"
      className={styles.page}
      aria-label={label}
      aria-current={isCurrent ? 'page' : undefined}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
