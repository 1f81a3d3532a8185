import { timeOfDay } from '@/domain/local-date/local-date-words'
import type { SavePhase } from '@/lib/autosave'
import styles from './SaveState.module.css'
import { TextButton } from './TextButton'

interface SaveStateProps {
  readonly phase: SavePhase
  readonly savedAt: Date | null
  readonly onRetry: () => void
}

/** Whether what was typed is safe: 正在保存, 已保存 14:02, 保存失败. */
export function SaveState({ phase, savedAt, onRetry }: SaveStateProps) {
  return (
    <span role="status" className={phase === 'failed' ? styles.failed : 'faint'}>
      {wordsFor(phase, savedAt)}
      {phase === 'failed' ? (
        <>
          {' '}
          <TextButton onClick={onRetry}>重试</TextButton>
        </>
      ) : null}
    </span>
  )
}

function wordsFor(phase: SavePhase, savedAt: Date | null): string {
  switch (phase) {
    case 'idle':
      return savedAt === null ? '' : wordsFor('saved', savedAt)
    case 'unsaved':
      return '有未保存的修改'
    case 'saving':
      return '正在保存'
    case 'saved':
      return savedAt === null ? '已保存' : `已保存 ${timeOfDay(savedAt)}`
    case 'failed':
      return '保存失败'
    case 'kept-here':
      return '网络断开，已存在本机'
  }
}
