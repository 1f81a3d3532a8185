import { useReportNoChange } from '@/data/reports/mutations'
import { percentInWords } from '@/domain/reporting/percent'
import type { Obligation } from '@/domain/reporting/obligation'
import { useErrorWords } from '@/ui/error-words'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { Button, Popconfirm } from 'antd'

/** Hands in 无变化 from the list; asks once, because a report cannot be taken back. */
export function NoChangeButton({ obligation }: { readonly obligation: Obligation }) {
  const { say } = useFeedback()
  const errorWords = useErrorWords()
  const { mutateAsync, isPending } = useReportNoChange()
  const report = async () => {
    try {
      await mutateAsync(obligation.id)
      say(`已报送无变化：${obligation.title}`)
    } catch (error) {
      say(errorWords(error), 'bad')
    }
  }
  return (
    <Popconfirm
      title="报送无变化？"
      // The button stands at the edge of the screen.
      placement="topRight"
      description={`进度沿用已通过的 ${percentInWords(obligation.percent)}。`}
      okText="报送"
      onConfirm={() => void report()}
    >
      <Button type="text" size="small" loading={isPending} aria-label={`报无变化 ${obligation.title}`}>
        无变化
      </Button>
    </Popconfirm>
  )
}
