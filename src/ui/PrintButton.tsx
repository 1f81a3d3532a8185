import PrinterOutlined from '@ant-design/icons/PrinterOutlined'
import { Button } from 'antd'

/** Prints the page as it stands. */
export function PrintButton() {
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => globalThis.print()}>
      打印
    </Button>
  )
}
