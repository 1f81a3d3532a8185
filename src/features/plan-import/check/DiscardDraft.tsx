import { useDiscardPlanDraft } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { FormError } from '@/ui/FormError'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useDesk } from './use-desk'

/** Throws the draft away, once it is sure. */
export function DiscardDraft() {
  const planId = useDesk((desk) => desk.planId)
  const autosave = useDesk((desk) => desk.autosave)
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  const { mutateAsync, isPending, error } = useDiscardPlanDraft()
  const discard = async () => {
    try {
      await mutateAsync(planId)
    } catch {
      return
    }
    autosave.giveUp()
    await navigate(paths.plans.to())
  }
  return (
    <>
      <Button type="text" onClick={() => setIsOpen(true)}>
        删除草稿
      </Button>
      <Modal
        open={isOpen}
        title="删除这份草稿？"
        okText="删除草稿"
        okButtonProps={{ danger: true }}
        confirmLoading={isPending}
        onOk={() => void discard()}
        onCancel={() => setIsOpen(false)}
      >
        <p>草稿和已做的修改都会删除，不能恢复。需要时可以重新导入原文件。</p>
        <FormError error={error} />
      </Modal>
    </>
  )
}
