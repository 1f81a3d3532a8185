import { renameUnitEverywhere } from '@/domain/plan-draft/edit-units'
import { Field } from '@/ui/Field'
import { MutationForm } from '@/ui/MutationForm'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import type { NameFormProps } from './name-form'
import { useDeskActions } from './use-desk'

/** Corrects a name that was misread, in every task at once. */
export function RenameForm({ name, onDone, onCancel }: NameFormProps) {
  const { edit } = useDeskActions()
  const [written, setWritten] = useState(name)
  return (
    <MutationForm
      actionLabel="全部改正"
      isReady={written.trim() !== '' && written.trim() !== name}
      onDone={onDone}
      onCancel={onCancel}
      onSave={async () => edit((draft) => renameUnitEverywhere(draft, name, written))}
    >
      <Field label="正确的名称">
        <Input autoFocus value={written} onChange={(event) => setWritten(event.target.value)} />
      </Field>
      <p className="faint">识别有误时用。文件确实这样写的，请用“对应到已有单位”。</p>
    </MutationForm>
  )
}
