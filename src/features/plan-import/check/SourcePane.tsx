import { parseDraftTaskId, type DraftTaskId } from '@/domain/plan-draft/draft-ids'
import { addTaskFromSource } from '@/domain/plan-draft/edit-tasks'
import type { PlanDraft } from '@/domain/plan-draft/plan-draft'
import { segmentSource, type SourceParagraph } from '@/domain/plan-draft/source-segments'
import { Button } from 'antd'
import { memo, useMemo, useRef, useState } from 'react'
import styles from './SourcePane.module.css'
import { useDesk, useDeskActions } from './use-desk'
import { useFollowing, useOpeningPlace } from './source-scrolling'
import { useSourceSelection } from './use-source-selection'

/** The document as it was handed in; each task's sentences lead to the task, and back. */
export function SourcePane() {
  const { select, add } = useDeskActions()
  const { text: sourceText } = useDesk((desk) => desk.source)
  const draft = useDesk((desk) => desk.draft)
  const { taskId: selectedId, origin } = useDesk((desk) => desk.selection)
  const box = useRef<HTMLDivElement>(null)
  useOpeningPlace(box, draft.document.sourceStart ?? 0)
  // What was selected here is in view already.
  useFollowing(box, origin === 'result' ? selectedId : null)
  const paragraphs = useParagraphs(sourceText, draft)
  const { range, read, clear } = useSourceSelection()
  // A long document has thousands of lines; typing in a field must not visit each of them.
  const lines = useMemo(
    () =>
      paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.start}
          paragraph={paragraph}
          text={sourceText}
          selectedId={paragraph.segments.some((segment) => segment.taskId === selectedId) ? selectedId : null}
        />
      )),
    [paragraphs, sourceText, selectedId],
  )

  const click = (event: React.MouseEvent) => {
    read()
    if (globalThis.getSelection()?.isCollapsed === false) return
    const segment = event.target instanceof Element ? event.target.closest('[data-task]') : null
    const taskId = segment?.getAttribute('data-task')
    if (taskId !== null && taskId !== undefined) select(parseDraftTaskId(taskId), 'source')
  }
  const addTask = () => {
    if (range === null) return
    add((current) => addTaskFromSource(current, range.start, range.end, sourceText))
    clear()
  }

  return (
    <section className={styles.pane} aria-label="原文">
      <div
        ref={box}
        className={styles.text}
        onClick={click}
        onKeyUp={read}
        tabIndex={0}
        role="document"
        aria-label="计划原文"
      >
        {lines}
      </div>
      {range === null ? null : (
        <div className={styles.offer}>
          <span>已选 {range.end - range.start} 字</span>
          <Button size="small" type="primary" onClick={addTask}>
            建为新任务
          </Button>
        </div>
      )}
    </section>
  )
}

interface ParagraphProps {
  readonly paragraph: SourceParagraph
  readonly text: string
  /** The selected task if it stands in this line. */
  readonly selectedId: DraftTaskId | null
}

const Paragraph = memo(function Paragraph({ paragraph, text, selectedId }: ParagraphProps) {
  return (
    <p className={styles.paragraph}>
      {paragraph.segments.map(({ start, end, taskId, isDropped }) => {
        const words = text.slice(start, end)
        if (taskId === null) {
          return (
            <span key={start} data-start={start} className={isDropped ? styles.dropped : 'faint'}>
              {words}
            </span>
          )
        }
        const isSelected = taskId === selectedId
        return (
          <mark
            key={start}
            data-start={start}
            data-task={taskId}
            className={isSelected ? `${styles.task} ${styles.selected}` : styles.task}
          >
            {words}
          </mark>
        )
      })}
    </p>
  )
})

/** Cut anew only when a task's place changes, not with every letter typed into its title. */
function useParagraphs(text: string, draft: PlanDraft): SourceParagraph[] {
  const places = JSON.stringify([
    draft.tasks.map(({ id, start, end }) => [id, start, end]),
    draft.dropped.map(({ id, start, end }) => [id, start, end]),
  ])
  const [cut, setCut] = useState({ places, draft })
  if (cut.places !== places) setCut({ places, draft })
  return useMemo(() => segmentSource(text, cut.draft), [text, cut])
}
