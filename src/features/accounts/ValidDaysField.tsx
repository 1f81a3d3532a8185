import { Form, Select } from 'antd'

const VALID_DAYS = [3, 7, 14, 30].map((days) => ({ value: days, label: `${days} 天` }))

export const DEFAULT_DAYS = 7

/** For how long a link works. */
export function ValidDaysField() {
  return (
    <Form.Item label="链接有效期" name="validDays">
      <Select options={VALID_DAYS} />
    </Form.Item>
  )
}
