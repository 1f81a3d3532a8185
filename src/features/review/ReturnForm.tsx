import { useCurrentAccount } from '@/data/accounts/use-current-account'
import { Buttons } from '@/ui/Buttons'
import { Field } from '@/ui/Field'
import { Button } from 'antd'
import TextArea from 'antd/es/input/TextArea'
import { ReturnPhrases } from './ReturnPhrases'
import { addPhrase } from './return-phrases'

interface ReturnFormProps {
  readonly isBusy: boolean
  readonly reason: string
  readonly onChange: (reason: string) => void
  readonly onReturn: () => void
  readonly onCancel: () => void
}

const MAX_LENGTH = 1000

/** The reason a report goes back for; ready phrases fill the box and can be changed there. */
export function ReturnForm({ isBusy, reason, onChange, onReturn, onCancel }: ReturnFormProps) {
  const { userId } = useCurrentAccount()
  const isReady = reason.trim() !== ''
  const send = () => {
    if (isReady) onReturn()
  }
  return (
    <>
      <Field label="退回理由">
        <TextArea
          autoFocus
          value={reason}
          maxLength={MAX_LENGTH}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder="写明缺什么、怎样改，责任单位会看到"
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
            if (event.key === 'Escape') onCancel()
          }}
        />
      </Field>
      <ReturnPhrases userId={userId} onChoose={(phrase) => onChange(addPhrase(reason, phrase))} />
      <Buttons align="end">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" danger disabled={!isReady} loading={isBusy} title="快捷键 Ctrl+Enter" onClick={send}>
          确认退回
        </Button>
      </Buttons>
    </>
  )
}
