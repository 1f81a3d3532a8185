import { renameUnitEverywhere } from '@/domain/plan-draft/edit-units'
import { MutationForm } from '@/ui/MutationForm'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import styles from './NameList.module.css'
import { useDeskActions } from './use-desk'

/** Corrects a name that was misread, in every task at once. */
export function RenameForm({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  const { edit } = useDeskActions()
  const [written, setWritten] = useState(name)
  return (
    <MutationForm
      actionLabel="全部改正"
      isReady={written.trim() !== '' && written.trim() !== name}
      onDone={onDone}
      onCancel={onDone}
      onSave={async () => edit((draft) => renameUnitEverywhere(draft, name, written))}
    >
      <label className={styles.field}>
        正确的名称
        <Input autoFocus value={written} onChange={(event) => setWritten(event.target.value)} />
      </label>
      <p className="faint">识别有误时用。文件确实这样写的，请用“对应到已有单位”。</p>
    </MutationForm>
  )
}
