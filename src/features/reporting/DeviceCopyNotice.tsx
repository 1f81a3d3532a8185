import { isSameContent, type ReportContent } from '@/domain/reporting/report-content'
import type { DeviceCopy } from '@/lib/device-copy'
import { MomentText } from '@/ui/DateText'
import { Notice } from '@/ui/Notice'
import { Button } from 'antd'
import { useState } from 'react'

interface DeviceCopyNoticeProps {
  readonly device: DeviceCopy<ReportContent>
  /** What the form shows. */
  readonly current: ReportContent
  /** Puts the kept words into the form; left out where nothing can be edited any more. */
  readonly onRestore?: (content: ReportContent) => void
}

/** Offers what was typed on this device and never reached the server. */
export function DeviceCopyNotice({ device, current, onRestore }: DeviceCopyNoticeProps) {
  const [copy, setCopy] = useState(() => {
    const found = device.read()
    return found !== null && !isSameContent(found.content, current) ? found : null
  })
  if (copy === null) return null
  const discard = () => {
    device.forget()
    setCopy(null)
  }
  const restore = () => {
    onRestore?.(copy.content)
    setCopy(null)
  }
  const { done, nextSteps, problems } = copy.content
  const words = [done, nextSteps, problems].filter((text) => text.trim() !== '').join('\n')
  return (
    <Notice
      tone="warning"
      role="note"
      aria-label="本机存有未保存的内容"
      title={
        <>
          本机存有没有保存到服务器的内容 · <MomentText at={copy.keptAt} form="full" />
        </>
      }
      actions={
        <>
          {onRestore === undefined ? null : (
            <Button type="primary" size="small" onClick={restore}>
              恢复
            </Button>
          )}
          <Button size="small" onClick={discard}>
            丢弃
          </Button>
        </>
      }
    >
      {words === '' ? `进度 ${copy.content.percent}%` : words}
    </Notice>
  )
}
