import type { DownloadEvidence, Evidence } from '@/domain/reporting/evidence'
import FileOutlined from '@ant-design/icons/FileOutlined'
import LinkOutlined from '@ant-design/icons/LinkOutlined'
import { useState } from 'react'
import { CutText } from '../CutText'
import { sizeInWords } from '../file-rule'
import { ToneTag } from '../StatusTag'
import { TextButton } from '../TextButton'
import styles from './EvidenceLine.module.css'

interface EvidenceLineProps {
  readonly evidence: Evidence
  /** Fetches a stored file; links open by themselves. */
  readonly onDownload: DownloadEvidence
  /** A word beside the title: 未认可. */
  readonly note?: React.ReactNode
  /** The note already says whether the file is the one that was handed in. */
  readonly isCheckedInNote?: boolean
  /** Controls at the right. */
  readonly actions?: React.ReactNode
}

type TitleProps = Required<Pick<EvidenceLineProps, 'evidence' | 'onDownload' | 'isCheckedInNote'>>

/** One piece of evidence: what it is called, where it lies, and how to open it. */
export function EvidenceLine({ evidence, onDownload, note, isCheckedInNote = false, actions }: EvidenceLineProps) {
  return (
    <div className={styles.line}>
      <span className={styles.icon} aria-hidden="true">
        {evidence.kind === 'link' ? <LinkOutlined /> : <FileOutlined />}
      </span>
      <div className={styles.words}>
        <div className="line">
          <EvidenceTitle evidence={evidence} onDownload={onDownload} isCheckedInNote={isCheckedInNote} />
          {note}
        </div>
        <div className="faint">
          <CutText>{originInWords(evidence)}</CutText>
        </div>
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

function EvidenceTitle({ evidence, onDownload, isCheckedInNote }: TitleProps) {
  if (evidence.kind === 'link' && evidence.url !== null) {
    return (
      <a data-reach href={evidence.url} target="_blank" rel="noopener noreferrer" title="在新窗口打开">
        {evidence.title}
      </a>
    )
  }
  return <DownloadButton evidence={evidence} onDownload={onDownload} isCheckedInNote={isCheckedInNote} />
}

/** A stored file's title, which fetches it: says that it is under way, and when the file is not the one handed in. */
function DownloadButton({ evidence, onDownload, isCheckedInNote }: TitleProps) {
  const [state, setState] = useState<'idle' | 'fetching' | 'changed'>('idle')
  const fetchFile = async () => {
    setState('fetching')
    setState((await onDownload(evidence)) === 'changed' ? 'changed' : 'idle')
  }
  return (
    <>
      <TextButton title="下载" disabled={state === 'fetching'} onClick={() => void fetchFile()}>
        {evidence.title}
      </TextButton>
      <span role="status">
        {state === 'fetching' ? '下载中…' : null}
        {state === 'changed' && !isCheckedInNote ? <FileChangedTag /> : null}
      </span>
    </>
  )
}

/** Says that a stored file is not the one that was handed in. */
export function FileChangedTag() {
  return <ToneTag tone="bad">文件与提交时不一致</ToneTag>
}

function originInWords({ kind, url, fileName, byteSize }: Evidence): string {
  if (kind === 'link') return url ?? ''
  const size = byteSize === null ? '' : ` · ${sizeInWords(byteSize)}`
  return `${fileName ?? ''}${size}`
}
