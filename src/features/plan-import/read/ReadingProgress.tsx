import { Paper } from '@/ui/Paper'
import { ProgressBar } from '@/ui/ProgressBar'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import styles from './ReadingProgress.module.css'
import type { ReadingStage } from './read-plan-input'
import type { ReadingSource } from './use-plan-reading'

const STAGES: Readonly<Record<ReadingStage, { readonly words: string; readonly percent: number }>> = {
  reading: { words: '正在读取文字', percent: 30 },
  parsing: { words: '正在识别章节、任务和责任单位', percent: 75 },
}

interface ReadingProgressProps {
  readonly source: ReadingSource
  readonly stage: ReadingStage
  readonly onCancel: () => void
}

/** How far the reading is, and the way out of it. */
export function ReadingProgress({ source, stage, onCancel }: ReadingProgressProps) {
  const { words, percent } = STAGES[stage]
  const seconds = useSecondsShown()
  return (
    <Paper>
      <div className={styles.progress} role="status" aria-live="polite">
        <p className="strong">{source.fileName}</p>
        <ProgressBar percent={percent} label={words} />
        <p className={styles.stage}>
          {words}
          {seconds > 2 ? `，已用 ${seconds} 秒` : ''}
        </p>
        <Button onClick={onCancel}>取消</Button>
      </div>
    </Paper>
  )
}

/** Seconds since this came on the screen. */
function useSecondsShown(): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const startedAt = performance.now()
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - startedAt) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return seconds
}
