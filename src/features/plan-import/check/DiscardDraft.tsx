import { useDiscardPlanDraft } from '@/data/plan-drafts/mutations'
import { paths } from '@/domain/addresses/paths'
import { FormError } from '@/ui/FormError'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DraftEditor } from './use-draft-editor'

/** Throws the draft away, once it is sure. */
export function DiscardDraft({ editor, planId }: { readonly editor: DraftEditor; readonly planId: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const navigate = useNavigate()
  const { mutateAsync, isPending, error } = useDiscardPlanDraft()
  const discard = async () => {
    try {
      await mutateAsync(planId)
    } catch {
      return
    }
    // Nothing is left to save.
    editor.saver.adopt(editor.saving.revision)
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
