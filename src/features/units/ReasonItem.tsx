import { Form } from 'antd'
import TextArea from 'antd/es/input/TextArea'

/** Why: what happens to a unit is asked about later. */
export function ReasonItem({ placeholder }: { readonly placeholder: string }) {
  return (
    <Form.Item
      name="reason"
      label="理由"
      extra="写入变更记录"
      rules={[{ required: true, whitespace: true, message: '请填写理由' }]}
    >
      <TextArea rows={2} maxLength={500} placeholder={placeholder} />
    </Form.Item>
  )
}
