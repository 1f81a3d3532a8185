import { useDiscardPlanDraft } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { useErrorWords } from '@/ui/error-words'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { useDesk } from './use-desk'

const QUESTION = {
  title: '删除这份草稿？',
  content: '草稿和已做的修改都会删除，不能恢复。需要时可以重新导入原文件。',
  okText: '删除草稿',
  cancelText: '取消',
  isDanger: true,
} as const

/** Throws the draft away, once it is sure. */
export function DiscardDraft() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  const navigate = useNavigate()
  const { ask, say } = useFeedback()
  const errorWords = useErrorWords()
  const { mutateAsync, isPending } = useDiscardPlanDraft()
  const discard = async () => {
    if (!(await ask(QUESTION))) return
    try {
      await mutateAsync(planId)
    } catch (error) {
      say(errorWords(error), 'bad')
      return
    }
    autosave.giveUp()
    await navigate(paths.plans.to())
  }
  return (
    <Button type="text" loading={isPending} onClick={() => void discard()}>
      删除草稿
    </Button>
  )
}
