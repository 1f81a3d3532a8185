import type { taskSearchOptions } from '@/data/tasks/queries'
import { paths } from '@/domain/addresses/paths'
import { LONGEST_SEARCH } from '@/lib/search-text'
import type { TaskSearchHit } from '@/domain/tasks/task'
import { taskName } from '@/domain/tasks/task-name'
import { EmptyState } from '@/ui/EmptyState'
import { QueryState } from '@/ui/QueryState'
import SearchOutlined from '@ant-design/icons/SearchOutlined'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import Input from 'antd/es/input/Input'
import { useDeferredValue, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import styles from './SearchDialog.module.css'

/** Finds tasks by number, words, plan or unit; an empty text asks nothing. */
export type SearchOptions = typeof taskSearchOptions

interface SearchDialogProps {
  readonly searchOptions: SearchOptions
  readonly onClose: () => void
}

/** Finds a task by number, words or unit; arrows choose, Enter opens. */
export function SearchDialog({ searchOptions, onClose }: SearchDialogProps) {
  const navigate = useNavigate()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const words = useDeferredValue(text.trim())
  const query = useQuery(searchOptions(words))
  const hits = words === '' ? [] : (query.data ?? [])

  const open = (hit: TaskSearchHit) => {
    onClose()
    void navigate(paths.task.to(hit.taskId))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0))
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      const hit = hits[chosen]
      if (hit !== undefined) open(hit)
    } else return
    event.preventDefault()
  }

  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 'calc(var(--shell-bar) + var(--s4))' }}
      aria-label="查找任务"
    >
      <Input
        autoFocus
        size="large"
        maxLength={LONGEST_SEARCH}
        prefix={<SearchOutlined aria-hidden />}
        placeholder="任务编号、文字或单位"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-label="查找任务"
        {...(hits[chosen] === undefined ? {} : { 'aria-activedescendant': `${listId}-${chosen}` })}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles.results}>
        {words === '' ? (
          <p className={styles.hint}>输入编号（如 三、12）、任务里的文字，或单位名称</p>
        ) : (
          <QueryState query={query} empty={<EmptyState title="没有找到任务" hint="换个说法，或只输入几个字" />}>
            {(found) => <HitList id={listId} hits={found} chosen={chosen} onOpen={open} onChoose={setChosen} />}
          </QueryState>
        )}
      </div>
    </Modal>
  )
}

interface HitListProps {
  readonly id: string
  readonly hits: readonly TaskSearchHit[]
  readonly chosen: number
  readonly onOpen: (hit: TaskSearchHit) => void
  readonly onChoose: (index: number) => void
}

function HitList({ id, hits, chosen, onOpen, onChoose }: HitListProps) {
  return (
    <div id={id} role="listbox" aria-label="找到的任务">
      {hits.map((hit, index) => (
        <div
          key={hit.taskId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.hit}
          onClick={() => onOpen(hit)}
          onKeyDown={() => undefined}
          onMouseMove={() => onChoose(index)}
        >
          <p>{taskName(hit)}</p>
          <p className="faint">{[hit.planTitle, hit.accountableUnits].filter((words) => words !== '').join(' · ')}</p>
        </div>
      ))}
    </div>
  )
}
