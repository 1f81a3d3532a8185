import FilterFilled from '@ant-design/icons/FilterFilled'
import { Button, Checkbox, Popover } from 'antd'
import { useRef, useState } from 'react'
import styles from './ColumnFilter.module.css'
import { choose } from './row-selection'
import { TextButton } from './TextButton'

interface ColumnFilterProps {
  /** The column's title. */
  readonly title: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** Which of a column's values the table keeps; what was ticked counts when the box closes, unless Escape closes it. */
export function ColumnFilter({ title, choices, chosen, onChange }: ColumnFilterProps) {
  const [draft, setDraft] = useState<readonly string[] | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const isActive = chosen.length > 0
  const close = (values: readonly string[]) => {
    setDraft(null)
    if (values.join() !== chosen.join()) onChange(values)
  }
  const leave = (values: readonly string[]) => {
    close(values)
    trigger.current?.focus()
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      open={draft !== null}
      afterOpenChange={(isOpen) => {
        if (isOpen) box.current?.querySelector('input')?.focus()
      }}
      onOpenChange={(isOpen) => (isOpen ? setDraft(chosen) : close(draft ?? chosen))}
      content={
        <FilterForm
          ref={box}
          title={title}
          choices={choices}
          draft={draft ?? chosen}
          onDraft={setDraft}
          onClose={leave}
          onCancel={() => leave(chosen)}
        />
      }
    >
      <button
        ref={trigger}
        type="button"
        className={isActive ? `${styles.trigger} ${styles.active}` : styles.trigger}
        aria-label={isActive ? `筛选${title}，已选 ${chosen.length} 项` : `筛选${title}`}
        aria-haspopup="dialog"
        aria-expanded={draft !== null}
      >
        <FilterFilled aria-hidden />
      </button>
    </Popover>
  )
}

interface FilterFormProps extends Pick<ColumnFilterProps, 'title' | 'choices'> {
  readonly ref: React.Ref<HTMLDivElement>
  readonly draft: readonly string[]
  readonly onDraft: (values: readonly string[]) => void
  readonly onClose: (values: readonly string[]) => void
  readonly onCancel: () => void
}

/** The box hangs at the end of the page: where the keyboard leads out of it, the way is back to the head it belongs to. */
function FilterForm({ ref, title, choices, draft, onDraft, onClose, onCancel }: FilterFormProps) {
  const wayOut = <span tabIndex={0} onFocus={() => onClose(draft)} />
  return (
    <div
      ref={ref}
      role="dialog"
      aria-label={`筛选${title}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // Ant Design would close the box as a click beside it does.
        event.stopPropagation()
        onCancel()
      }}
    >
      {wayOut}
      <div className={styles.choices}>
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={draft.includes(value)}
            onChange={({ target }) => onDraft(choose(draft, [value], target.checked))}
          >
            {label}
          </Checkbox>
        ))}
      </div>
      <div className={styles.actions}>
        <TextButton disabled={draft.length === 0} onClick={() => onClose([])}>
          重置
        </TextButton>
        <Button type="primary" size="small" onClick={() => onClose(draft)}>
          确定
        </Button>
      </div>
      {wayOut}
    </div>
  )
}
