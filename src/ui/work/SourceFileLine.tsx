import type { SourceFileState } from '@/domain/plans/source-file'
import { evidenceFileRule } from '@/domain/reporting/evidence-file'
import { FormError } from '../FormError'
import { TextButton } from '../TextButton'
import styles from './SourceFileLine.module.css'

interface SourceFileLineProps {
  readonly fileName: string
  readonly state: SourceFileState
  readonly isUploading: boolean
  readonly error: unknown
  /** Whether the reader may make a missing file good. */
  readonly canMend: boolean
  readonly onRetry: (() => void) | null
  readonly onChoose: (file: File) => void
  readonly onDownload: () => void
}

/** The file that a plan was read from: to be downloaded, on its way, to be uploaded again, or why there is none. */
export function SourceFileLine(props: SourceFileLineProps) {
  const { fileName, state, isUploading, error, canMend, onRetry, onChoose, onDownload } = props
  if (state === 'pasted') return <>文本粘贴导入</>
  if (state === 'not_kept') return <>没有保存原件（{fileName}）</>
  if (state === 'kept') {
    return <TextButton onClick={onDownload}>下载原件「{fileName}」</TextButton>
  }
  if (isUploading) return <span role="status">正在保存原件「{fileName}」…</span>
  return (
    <span className={styles.missing}>
      <span>原件「{fileName}」还没有存上。</span>
      {canMend ? (
        onRetry === null ? (
          <label className={styles.choose}>
            选择原文件上传
            <input
              type="file"
              accept={evidenceFileRule.extensions.map((extension) => `.${extension}`).join(',')}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file !== undefined) onChoose(file)
              }}
            />
          </label>
        ) : (
          <TextButton onClick={onRetry}>重试</TextButton>
        )
      ) : null}
      <FormError error={error} />
    </span>
  )
}
