import { useDiscardReportDraft } from '@/data/reports/mutations'
import { useErrorWords } from '@/ui/error-words'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { Button } from 'antd'
import type { ReportAutosave } from './use-report-autosave'

/** Throws away a draft that was never handed in. */
export function DiscardButton({
  autosave,
  onDiscarded,
}: {
  readonly autosave: ReportAutosave
  readonly onDiscarded: () => void
}) {
  const { ask, say } = useFeedback()
  const errorWords = useErrorWords()
  const { mutateAsync } = useDiscardReportDraft()
  const discard = async () => {
    const isSure = await ask({
      title: '丢弃这份草稿？',
      content: '草稿中的文字会删除；佐证材料仍留在本单位材料库。',
      okText: '丢弃',
      cancelText: '不丢弃',
      isDanger: true,
    })
    if (!isSure) return
    try {
      const { id: reportId, revision } = await autosave.flush()
      await mutateAsync({ reportId, revision })
      onDiscarded()
    } catch (error) {
      say(errorWords(error), 'bad')
    }
  }
  return (
    <Button type="text" onClick={() => void discard()}>
      丢弃草稿
    </Button>
  )
}
