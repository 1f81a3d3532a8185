import { Form } from 'antd'
import TextArea from 'antd/es/input/TextArea'

const MAX_LENGTH = 500

/** What every amendment asks: why. */
export function ReasonField() {
  return (
    <Form.Item
      name="reason"
      label="理由"
      extra="写入变更记录，各单位可见"
      rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
    >
      <TextArea rows={2} maxLength={MAX_LENGTH} />
    </Form.Item>
  )
}
