import { firstOfEachKind, openSuggestions } from '@/domain/lineage/draft-lineage'
import { milestoneOfYear } from '@/domain/lineage/lineage-candidate'
import { similarityInWords } from '@/domain/lineage/similarity-words'
import type { LineageSuggestion } from '@/domain/lineage/suggest-lineage'
import { acceptAncestor, ancestorsOf, refuseAncestor, removeAncestor } from '@/domain/plan-draft/edit-ancestors'
import type { DraftAncestor, DraftTask } from '@/domain/plan-draft/plan-draft'
import { openedPart } from '@/ui/lazy-part'
import { Button } from 'antd'
import { use, useState } from 'react'
import { useStore } from 'zustand'
import { TextButton } from '@/ui/TextButton'
import { CandidateWords } from '../CandidateWords'
import styles from '../Lineage.module.css'
import { DeskLineageContext, type DeskLineage } from './lineage-context'

const AncestorPicker = openedPart(() => import('../AncestorPicker').then((module) => module.AncestorPicker))

interface DraftLineageProps {
  readonly task: DraftTask
  /** Open, it shows all suggestions and can search; closed, only the likeliest. */
  readonly isOpen: boolean
}

/** What a task of the draft goes on from (承接自): accepted ones, and suggestions to accept or refuse. */
export function DraftLineage({ task, isOpen }: DraftLineageProps) {
  const lineage = use(DeskLineageContext)
  return lineage === null ? null : <Line task={task} isOpen={isOpen} lineage={lineage} />
}

function Line({ task, isOpen, lineage }: DraftLineageProps & { readonly lineage: DeskLineage }) {
  const suggestions = useStore(lineage.search.store, ({ found }) => found.get(task.id))
  const open = openSuggestions(task, suggestions ?? [])
  const shown = isOpen ? open : firstOfEachKind(open)
  const accepted = ancestorsOf(task)
  if (!isOpen && accepted.length + shown.length === 0) return null
  return (
    <div className={isOpen ? styles.openLine : styles.line} role="group" aria-label="承接自">
      <span className={styles.label}>{accepted.length === 0 && shown.length > 0 ? '可能承接自' : '承接自'}</span>
      <ul className={styles.choices}>
        {accepted.map((ancestor) => (
          <Accepted key={ancestor.taskId} task={task} ancestor={ancestor} lineage={lineage} />
        ))}
        {shown.map((suggestion) => (
          <Suggested key={suggestion.taskId} task={task} suggestion={suggestion} lineage={lineage} isOpen={isOpen} />
        ))}
        {isOpen ? (
          <Search
            task={task}
            lineage={lineage}
            isSearching={suggestions === undefined}
            isEmpty={accepted.length + shown.length === 0}
          />
        ) : null}
      </ul>
    </div>
  )
}

interface AcceptedProps {
  readonly task: DraftTask
  readonly ancestor: DraftAncestor
  readonly lineage: DeskLineage
}

function Accepted({ task, ancestor, lineage }: AcceptedProps) {
  const candidate = lineage.byId.get(ancestor.taskId)
  const milestone = candidate?.milestones.find((one) => one.id === ancestor.milestoneId) ?? null
  return (
    <li className={styles.choice}>
      <span className={styles.accepted} aria-hidden>
        ✓
      </span>
      {/* The plan's years were changed since, or the task was withdrawn. */}
      {candidate === undefined ? (
        <span>已确认的一项任务，不在这份计划可承接的范围内</span>
      ) : (
        <CandidateWords candidate={candidate} milestone={milestone} />
      )}
      <Button
        size="small"
        type="text"
        onClick={() => lineage.edit((draft) => removeAncestor(draft, task.id, ancestor.taskId))}
      >
        移除
      </Button>
    </li>
  )
}

interface SuggestedProps {
  readonly task: DraftTask
  readonly suggestion: LineageSuggestion
  readonly lineage: DeskLineage
  readonly isOpen: boolean
}

function Suggested({ task, suggestion, lineage, isOpen }: SuggestedProps) {
  const candidate = lineage.byId.get(suggestion.taskId)
  if (candidate === undefined) return null
  const { taskId, milestoneId, similarity, reasons } = suggestion
  const milestone = candidate.milestones.find((one) => one.id === milestoneId) ?? null
  return (
    <li className={styles.choice}>
      <span className={styles.words}>
        <CandidateWords candidate={candidate} milestone={milestone} />
        <span
          className={`${isOpen ? styles.reasons : styles.shortReasons} faint`}
          title={isOpen ? undefined : reasons.join('；')}
        >
          {[similarityInWords(similarity), ...reasons].join(' · ')}
        </span>
      </span>
      <span className={styles.buttons}>
        <Button
          size="small"
          onClick={() => lineage.edit((draft) => acceptAncestor(draft, task.id, { taskId, milestoneId }))}
        >
          确认承接
        </Button>
        <Button
          size="small"
          type="text"
          onClick={() => lineage.edit((draft) => refuseAncestor(draft, task.id, taskId))}
        >
          不是
        </Button>
      </span>
    </li>
  )
}

interface SearchProps {
  readonly task: DraftTask
  readonly lineage: DeskLineage
  readonly isSearching: boolean
  readonly isEmpty: boolean
}

function Search({ task, lineage, isSearching, isEmpty }: SearchProps) {
  const [isPicking, setIsPicking] = useState(false)
  return (
    <li className={styles.choice}>
      {isEmpty ? <span className="faint">{isSearching ? '正在查找相似的任务…' : '没有找到相似的任务。'}</span> : null}
      <TextButton data-print="hide" onClick={() => setIsPicking(true)}>
        另选任务
      </TextButton>
      <AncestorPicker
        isOpen={isPicking}
        query={{ data: lineage.candidates, error: null, isFetching: false, refetch: () => undefined }}
        span={lineage.span}
        taken={ancestorsOf(task).map((one) => one.taskId)}
        onPick={(candidate) => {
          const ancestor = {
            taskId: candidate.taskId,
            milestoneId: milestoneOfYear(candidate, lineage.span)?.id ?? null,
          }
          lineage.edit((draft) => acceptAncestor(draft, task.id, ancestor))
          setIsPicking(false)
        }}
        onClose={() => setIsPicking(false)}
      />
    </li>
  )
}
