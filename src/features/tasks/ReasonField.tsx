import { Button, Form, Input } from 'antd'
import { FormError } from '@/ui/FormError'

const MAX_LENGTH = 500

interface ReasonFieldProps {
  readonly error: unknown
  readonly isBusy: boolean
  readonly actionLabel: string
  readonly isDanger?: boolean
}

/** The foot of every amendment: why, what went wrong, and the button. */
export function ReasonField({ error, isBusy, actionLabel, isDanger = false }: ReasonFieldProps) {
  return (
    <>
      <Form.Item
        name="reason"
        label="理由"
        extra="写入变更记录，各单位可见"
        rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
      >
        <Input.TextArea rows={2} maxLength={MAX_LENGTH} />
      </Form.Item>
      <FormError error={error} />
      <Button type="primary" htmlType="submit" danger={isDanger} loading={isBusy}>
        {actionLabel}
      </Button>
    </>
  )
}
