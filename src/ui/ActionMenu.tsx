import MoreOutlined from '@ant-design/icons/MoreOutlined'
import styles from './ActionMenu.module.css'
import { FoldOut } from './FoldOut'

interface MenuAction {
  readonly label: string
  readonly isDanger?: boolean
  readonly onChoose: () => void
}

interface ActionMenuProps {
  /** What the actions are for. */
  readonly label: string
  readonly actions: readonly MenuAction[]
}

/** What is seldom done, behind three dots. */
export function ActionMenu({ label, actions }: ActionMenuProps) {
  return (
    <FoldOut label={label} face={<MoreOutlined aria-hidden />} isMenu>
      {actions.map(({ label: words, isDanger = false, onChoose }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={isDanger ? `${styles.item} ${styles.danger}` : styles.item}
          onClick={onChoose}
        >
          {words}
        </button>
      ))}
    </FoldOut>
  )
}
