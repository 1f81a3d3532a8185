import PrinterOutlined from '@ant-design/icons/PrinterOutlined'
import { Button } from 'antd'
import { useIsPhone } from './use-media-query'

/** Prints the page as it stands; a phone has no printer, and its room goes to what can be done there. */
export function PrintButton() {
  if (useIsPhone()) return null
  return (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => globalThis.print()}>
      打印
    </Button>
  )
}
