import { likelyMeanings, unitsToMake, type LikelyName } from '@/domain/plan-draft/likely-meanings'
import { isUnresolved, type DraftName } from '@/domain/plan-draft/unit-names'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { AcceptAll } from './AcceptAll'
import { NameDialog, type NameDialogKind } from './NameDialog'
import styles from './NameTable.module.css'
import { ResolvedNameRow } from './ResolvedNameRow'
import { UnresolvedNameRow } from './UnresolvedNameRow'
import { useDesk } from './use-desk'

const SHOWN_AT_ONCE = 60

/** What is asked about a name; `groups` are those that speak of many units, one after the other. */
type Asking = { readonly kind: NameDialogKind; readonly name: string } | 'groups' | null

/** Every unit name of the plan once, with what it stands for: first those that stand for nothing yet. */
export function NameTable() {
  const names = [...useDesk((desk) => desk.names).values()]
  const unresolved = names.filter(isUnresolved)
  const likely = useLikely(unresolved)
  const [most, setMost] = useState(SHOWN_AT_ONCE)
  const [asking, setAsking] = useState<Asking>(null)
  if (names.length === 0) {
    return (
      <Paper>
        <EmptyState title="计划里还没有单位名称。" hint="请在任务里添加责任单位。" />
      </Paper>
    )
  }
  const shown = names.slice(0, most)
  return (
    <>
      {unresolved.length === 0 ? (
        <p className={styles.done} role="status">
          全部 {names.length} 个名称都已对应。
        </p>
      ) : (
        <AcceptAll names={[...likely.values()]} onDone={() => setAsking('groups')} />
      )}
      <Paper isFlush>
        <table className={styles.table} aria-label="单位名称">
          <thead>
            <tr>
              <th scope="col">文件里的写法</th>
              <th scope="col">指什么</th>
              <th scope="col">处理</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((name) => (
              <Row key={name.name} name={name} likely={likely} onAsk={(kind) => setAsking({ kind, name: name.name })} />
            ))}
          </tbody>
        </table>
      </Paper>
      {names.length > most ? (
        <div className={styles.more}>
          <Button onClick={() => setMost(most + SHOWN_AT_ONCE)}>
            再显示 {Math.min(SHOWN_AT_ONCE, names.length - most)} 个
          </Button>
        </div>
      ) : null}
      <NameDialog
        {...(asking === 'groups' ? nextGroup(likely) : (asking ?? NOTHING))}
        onDone={() => setAsking(asking === 'groups' ? 'groups' : null)}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

const NOTHING = { kind: null, name: '' } as const

/** The next name that speaks of many units, until each has its members. */
function nextGroup(likely: ReadonlyMap<string, LikelyName>) {
  const next = [...likely.values()].find((one) => one.likely.kind === 'group')
  return next === undefined ? NOTHING : ({ kind: 'group', name: next.name } as const)
}

interface RowProps {
  readonly name: DraftName
  readonly likely: ReadonlyMap<string, LikelyName>
  readonly onAsk: (kind: NameDialogKind) => void
}

function Row({ name, likely, onAsk }: RowProps) {
  const index = useDesk((desk) => desk.index)
  const one = likely.get(name.name)
  if (one === undefined) return <ResolvedNameRow name={name} onAsk={onAsk} />
  const all = [...likely.values()]
  return <UnresolvedNameRow name={name} likely={one} units={unitsToMake([one], all, index)} onAsk={onAsk} />
}

/** Thought through anew when names or units change, not with every letter typed elsewhere. */
function useLikely(unresolved: readonly DraftName[]): ReadonlyMap<string, LikelyName> {
  const index = useDesk((desk) => desk.index)
  const keys = unresolved.map((name) => name.name).join('\n')
  return useMemo(() => {
    const likely = likelyMeanings(keys === '' ? [] : keys.split('\n'), index)
    return new Map(likely.map((one) => [one.name, one]))
  }, [keys, index])
}
