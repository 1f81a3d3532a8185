import { isUnresolved } from '@/domain/plan-draft/unit-names'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { BulkNames } from './BulkNames'
import styles from './NameList.module.css'
import { ResolvedName } from './ResolvedName'
import { UnresolvedName } from './UnresolvedName'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { suggestionsFor } from './suggestions'
import { useDesk } from './use-desk'

const SHOWN_AT_ONCE = 60

/** Every unit name of the plan once: first those that stand for nothing yet, then the rest. */
export function NameList() {
  const index = useDesk((desk) => desk.index)
  const names = [...useDesk((desk) => desk.names).values()]
  const unresolved = names.filter(isUnresolved)
  const resolved = names.filter((name) => !isUnresolved(name))
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const keys = unresolved.map((name) => name.name).join('\n')
  const suggestions = useMemo(() => suggestionsFor(keys === '' ? [] : keys.split('\n'), index), [keys, index])
  if (names.length === 0) {
    return (
      <Paper>
        <EmptyState title="计划里还没有单位名称。" hint="请在任务里添加责任单位。" />
      </Paper>
    )
  }
  return (
    <>
      {unresolved.length === 0 ? (
        <p className={styles.done} role="status">
          全部 {names.length} 个名称都已对应。
        </p>
      ) : (
        <section aria-label="未对应的名称">
          <BulkNames names={unresolved} suggestions={suggestions} />
          <Paper isFlush>
            <ul className="ruled">
              {unresolved.slice(0, most).map((name) => (
                <UnresolvedName key={name.name} name={name} suggestions={suggestions.get(name.name) ?? []} />
              ))}
            </ul>
          </Paper>
          {unresolved.length > most ? (
            <div className={styles.more}>
              <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>
                再显示 {Math.min(SHOWN_AT_ONCE, unresolved.length - most)} 个
              </Button>
            </div>
          ) : null}
        </section>
      )}
      {resolved.length === 0 ? null : (
        <section aria-label="已对应的名称">
          <h2 className={styles.heading}>已对应 {resolved.length} 个</h2>
          <Paper isFlush>
            <ul className="ruled">
              {resolved.map((name) => (
                <ResolvedName key={name.name} name={name} />
              ))}
            </ul>
          </Paper>
        </section>
      )}
    </>
  )
}
