import { guessUnitKind } from '@/domain/units/guess-unit-kind'
import { splitSignboard } from '@/domain/units/signboard'
import { unitKindVocabulary, type UnitKind } from '@/domain/units/unit-kind-vocabulary'
import { Field } from '@/ui/Field'
import { MutationForm } from '@/ui/MutationForm'
import { Select } from 'antd'
import Input from 'antd/es/input/Input'
import { useState } from 'react'
import type { NameFormProps } from './name-form'
import styles from './NameTable.module.css'
import { useNameActions } from './use-name-actions'

const LONGEST_NAME = 80

/** A new unit for a written name; under a fuller name, the written one becomes its alias. */
export function CreateUnitForm({ name, onDone, onCancel }: NameFormProps) {
  const { createUnits } = useNameActions()
  const [unitName, setUnitName] = useState(() => splitSignboard(name).base)
  const [kind, setKind] = useState<UnitKind>(guessUnitKind(name))
  const isOther = unitName.trim() !== name
  return (
    <MutationForm
      actionLabel="新建单位"
      isReady={unitName.trim() !== ''}
      onDone={onDone}
      onCancel={onCancel}
      onSave={() => createUnits([{ name: unitName.trim(), kind, aliases: isOther ? [name] : [] }])}
    >
      <Field label="单位名称">
        <Input
          autoFocus
          maxLength={LONGEST_NAME}
          value={unitName}
          onChange={(event) => setUnitName(event.target.value)}
        />
      </Field>
      <Field label="种类">
        <Select<UnitKind>
          className={styles.wide ?? ''}
          value={kind}
          options={unitKindVocabulary.entries.map(({ value, label }) => ({ value, label }))}
          onChange={setKind}
        />
      </Field>
      {isOther ? <p className="faint">「{name}」会记为它的别名。</p> : null}
    </MutationForm>
  )
}
