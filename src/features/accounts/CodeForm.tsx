import { Button, Form, Input } from 'antd'
import { codeFromText } from './code-from-text'

interface CodeFormProps {
  readonly label: string
  readonly hint: string
  readonly onCode: (code: string) => void
}

/** Asks for a code that no link brought along; a whole link pasted here works too. */
export function CodeForm({ label, hint, onCode }: CodeFormProps) {
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={({ code }) => onCode(codeFromText(code))}>
      <Form.Item
        label={label}
        name="code"
        extra={hint}
        rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}
      >
        <Input autoFocus autoComplete="off" spellCheck={false} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block>
        下一步
      </Button>
    </Form>
  )
}
