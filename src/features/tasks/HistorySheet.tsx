import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { taskHistoryOptions } from '@/data/history/queries'
import type { HistoryEvent } from '@/domain/history/history-event'
import { groupHistory, type HistoryGroup } from '@/domain/history/history-groups'
import { describeEvent } from '@/domain/history/history-words'
import { MomentText } from '@/ui/DateText'
import { EmptyState } from '@/ui/EmptyState'
import { Paper } from '@/ui/Paper'
import { QueryState } from '@/ui/QueryState'
import { TextButton } from '@/ui/TextButton'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { canReadNarratives } from './can-read-narratives'
import styles from './HistorySheet.module.css'
import { NotForYou } from './NotForYou'
import type { TaskSheetProps } from './task-sheet'

/** Who changed what and when, from what to what; nobody can alter it. */
export function HistorySheet({ task, asOf, title }: TaskSheetProps) {
  return (
    <Paper title={title}>
      <HistoryList task={task} asOf={asOf} />
    </Paper>
  )
}

function HistoryList({ task, asOf }: Omit<TaskSheetProps, 'title'>) {
  const canRead = canReadNarratives(useCurrentAccount(), task)
  const query = useInfiniteQuery({ ...taskHistoryOptions(task.id, asOf), enabled: canRead })
  if (!canRead) return <NotForYou />
  return (
    <QueryState
      query={query}
      isEmpty={({ pages }) => (pages[0]?.length ?? 0) === 0}
      empty={<EmptyState title="还没有变更记录" />}
    >
      {({ pages }) => (
        <>
          <ol className="ruled" aria-label="变更记录">
            {groupHistory(pages.flat()).map((group) => (
              <GroupItem key={group.key} group={group} />
            ))}
          </ol>
          {query.hasNextPage ? <p data-print="only">更早的记录没有打印：请先在屏幕上展开。</p> : null}
          {query.hasNextPage ? (
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              查看更早的记录
            </Button>
          ) : null}
        </>
      )}
    </QueryState>
  )
}

function GroupItem({ group }: { readonly group: HistoryGroup }) {
  const [isOpen, setIsOpen] = useState(false)
  const [first] = group.events
  if (first === undefined) return null
  if (!group.isIssue) return <EventItem event={first} />
  const count = (subject: HistoryEvent['subject']) => group.events.filter((event) => event.subject === subject).length
  return (
    <li className={styles.item}>
      <Who event={first} />
      <div>
        <p>
          {/* Until the oldest entry is here, the counts are not whole. */}
          {count('tasks') === 0
            ? '下达任务'
            : `下达任务，明确 ${count('assignments')} 个单位、${count('milestones')} 个节点`}{' '}
          <TextButton aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)} data-print="hide">
            {isOpen ? '收起' : '展开'}
          </TextButton>
        </p>
        <ul data-folded={!isOpen}>
          {group.events.map((event) => (
            <li key={event.id}>{describeEvent(event).what}</li>
          ))}
        </ul>
      </div>
    </li>
  )
}

function EventItem({ event }: { readonly event: HistoryEvent }) {
  const { what, changes } = describeEvent(event)
  return (
    <li className={styles.item}>
      <Who event={event} />
      <div>
        <p>{what}</p>
        {changes.map(({ label, from, to }) => (
          <p key={label} className={styles.change}>
            {label}：<del>{from}</del> → <ins>{to}</ins>
          </p>
        ))}
        {event.reason === null ? null : <p className="faint">理由：{event.reason}</p>}
      </div>
    </li>
  )
}

function Who({ event }: { readonly event: HistoryEvent }) {
  return (
    <p className={styles.who}>
      <MomentText at={event.occurredAt} form="full" />
      <span className="faint">
        {event.actorPlace ?? '系统'} {event.actorName ?? ''}
      </span>
    </p>
  )
}
