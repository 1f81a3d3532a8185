import { useAddLinkEvidence } from '@/data/evidence/mutations'
import type { ReportId, UnitId } from '@/domain/ids'
import { readLink, titleOfLink } from '@/domain/reporting/evidence-link'
import { Buttons } from '@/ui/Buttons'
import { Field } from '@/ui/Field'
import { FormError } from '@/ui/FormError'
import { OpenedInPlace } from '@/ui/OpenedInPlace'
import { useAttempt } from '@/ui/use-attempt'
import { Button } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import styles from './EvidenceSection.module.css'
import { Complaint } from './ReportTextField'

interface LinkFormProps {
  readonly unitId: UnitId
  readonly ensureReport: () => Promise<ReportId>
  readonly onClose: () => void
}

const MAX_TITLE = 200

/** Adds the address of a page; its title is guessed until the reader writes one. */
export function LinkForm({ unitId, ensureReport, onClose }: LinkFormProps) {
  const [address, setAddress] = useState('')
  const [writtenTitle, setWrittenTitle] = useState<string | null>(null)
  const [complaint, setComplaint] = useState<string>()
  const { mutateAsync } = useAddLinkEvidence()
  const { isBusy, error, run } = useAttempt()
  const url = readLink(address)
  const title = writtenTitle ?? (url === null ? '' : titleOfLink(url))

  const add = async () => {
    if (url === null) return setComplaint('请填写完整的网址，例如 https://www.example.gov.cn/公告.html。')
    setComplaint(undefined)
    const isAdded = await run(async () => {
      const reportId = await ensureReport()
      await mutateAsync({ unitId, reportId, url, title: title.trim() === '' ? titleOfLink(url) : title.trim() })
    })
    return isAdded ? onClose() : undefined
  }

  // Not a form of its own: forms do not stand in forms. Enter adds the link all the same.
  const addOnEnter = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    void add()
  }

  return (
    <OpenedInPlace className={styles.link} role="group" aria-label="添加链接">
      <Field label="网址">
        <Input
          autoFocus
          inputMode="url"
          value={address}
          placeholder="粘贴已发布网页的网址"
          status={complaint === undefined ? '' : 'error'}
          onChange={(event) => setAddress(event.target.value)}
          onPressEnter={addOnEnter}
        />
      </Field>
      <Complaint words={complaint} />
      <Field label="名称">
        <Input
          value={title}
          maxLength={MAX_TITLE}
          placeholder="例如：2021年第二季度政策解读"
          onChange={(event) => setWrittenTitle(event.target.value)}
          onPressEnter={addOnEnter}
        />
      </Field>
      <FormError error={error} />
      <Buttons>
        <Button type="primary" loading={isBusy} onClick={() => void add()}>
          添加
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Buttons>
    </OpenedInPlace>
  )
}
