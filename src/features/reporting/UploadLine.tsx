import { CutText } from '@/ui/CutText'
import { useErrorWords } from '@/ui/error-words'
import { sizeInWords } from '@/ui/file-rule'
import { ProgressBar } from '@/ui/ProgressBar'
import { Button } from 'antd'
import styles from './EvidenceSection.module.css'
import type { FileUpload } from './use-file-uploads'

interface UploadLineProps {
  readonly upload: FileUpload
  readonly onCancel: () => void
  readonly onRetry: () => void
}

const WHOLE = 100

/** A file on its way: how far it is, and the way to stop it or to try again. */
export function UploadLine({ upload, onCancel, onRetry }: UploadLineProps) {
  const errorWords = useErrorWords()
  const { file, share, phase, error } = upload
  const percent = Math.floor(share * WHOLE)
  const hasFailed = phase === 'failed'
  return (
    <div className={styles.upload} role="group" aria-label={`上传 ${file.name}`}>
      <CutText>{file.name}</CutText>
      {hasFailed ? (
        <span role="alert" className={styles.uploadFailed}>
          没有传完。{errorWords(error)}
        </span>
      ) : (
        <span className={styles.uploadState}>
          <ProgressBar percent={percent} label={`上传进度 ${file.name}`} />
          {percent < WHOLE ? `已传 ${sizeInWords(file.size * share)} / ${sizeInWords(file.size)}` : '正在存放'}
        </span>
      )}
      <span className={styles.uploadActions}>
        {hasFailed ? (
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        ) : null}
        <Button size="small" type="text" onClick={onCancel}>
          {hasFailed ? '不传了' : '取消'}
        </Button>
      </span>
    </div>
  )
}
