import type { IssuedInvitation } from '@/data/accounts/account'
import { unitContactsOptions } from '@/data/units/contacts'
import { saveFile } from '@/lib/save-file'
import { Buttons } from '@/ui/Buttons'
import { CopyableLink } from '@/ui/CopyableLink'
import { useFeedback } from '@/ui/feedback/feedback-context'
import { PrintAlone } from '@/ui/PrintAlone'
import { PrintButton } from '@/ui/PrintButton'
import { useCloseGuard } from '@/ui/use-close-guard'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import styles from './accounts.module.css'
import { cellsOf, LINE_COLUMNS, linesAsText, toLines, type InvitationLine } from './invite'
import { InvitationSlips } from './InvitationSlips'

interface InvitationLinksProps {
  readonly invitations: readonly IssuedInvitation[]
}

/** Asked where the links are closed by any way but 完成. */
export const LINKS_QUESTION = { title: '链接只显示这一次，关闭吗？', okText: '关闭', cancelText: '返回' } as const

/** The links that were just made, to be copied, printed or kept as a table; they cannot be shown again. */
export function InvitationLinks({ invitations }: InvitationLinksProps) {
  const { touch, finish } = useCloseGuard()
  const keepOpen = useEffectEvent(touch)
  useEffect(() => keepOpen(), [])
  const { data: contacts = [] } = useQuery(unitContactsOptions())
  const lines = toLines(invitations, contacts, globalThis.location.origin)
  const { copyAll, saveTable } = useHandingOn(lines)
  const [first] = lines
  return (
    <>
      <p>
        链接只显示这一次，每个只能用一次{first === undefined ? '' : `，有效期至 ${first.expiresAt}`}
        。系统只保存校验值，关闭后不能再查看；没发出去的可以重新生成。
      </p>
      <ul className={styles.links}>
        {lines.map((line) => (
          <li key={line.url}>
            <p>
              <span className="strong">{line.name}</span> <span className="faint">{line.contacts}</span>
            </p>
            <CopyableLink url={line.url} label={`${line.name}的邀请链接`} />
          </li>
        ))}
      </ul>
      <Buttons align="end">
        {lines.length > 1 ? <Button onClick={() => void copyAll()}>复制全部</Button> : null}
        <Button onClick={() => void saveTable()}>存为表格</Button>
        <PrintButton />
        <Button type="primary" onClick={finish}>
          完成
        </Button>
      </Buttons>
      <PrintAlone>
        <InvitationSlips lines={lines} />
      </PrintAlone>
    </>
  )
}

function useHandingOn(lines: readonly InvitationLine[]) {
  const { say } = useFeedback()
  const copyAll = async () => {
    try {
      await navigator.clipboard.writeText(linesAsText(lines))
      say(`已复制 ${lines.length} 个链接，可粘贴到表格或消息里`)
    } catch {
      say('浏览器不允许复制，请逐个选中复制，或存为表格', 'warning')
    }
  }
  const saveTable = async () => {
    try {
      // Few need it: it comes when it is asked for.
      const { writeXlsx, XLSX_TYPE } = await import('@/lib/write-xlsx')
      saveFile('邀请链接.xlsx', writeXlsx('邀请链接', LINE_COLUMNS, lines.map(cellsOf)), XLSX_TYPE)
    } catch {
      say('表格没有生成，请检查网络后重试，或复制全部', 'bad')
    }
  }
  return { copyAll, saveTable }
}
